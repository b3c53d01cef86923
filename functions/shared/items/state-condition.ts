/** Turns the legal predecessors of a state into the condition of the write that brings it about. */

/** The condition under which a write may bring something from one of these states into another. */
export function stateIn(states: readonly string[]) {
  const values = Object.fromEntries(states.map((state, i) => [`:state${i}`, state]))
  return {
    ConditionExpression: `#state IN (${Object.keys(values).join(', ')})`,
    names: { '#state': 'state' },
    values,
  }
}
