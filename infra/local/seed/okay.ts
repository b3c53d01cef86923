type Outcome<T> = { ok: true; value: T } | { ok: false; error: unknown }

/** What came of a step; throws where it was refused: nothing of the demonstration should be. */
export const okay = <T>(outcome: Outcome<T>, what: string): T => {
  if (outcome.ok) return outcome.value
  throw new Error(`${what} of the demonstration cannot be made: ${JSON.stringify(outcome.error)}`)
}
