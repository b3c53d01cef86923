/**
 * What runs once more on DynamoDB Local (`npm test`, “second engine”): as few files as ask it every kind of statement that the
 * files of the first run asked theirs (`tests/support/statements.ts`), because conditions, transactions, indexes, pages and
 * limits are all that an engine decides. What only asks again in another story is not run twice.
 */
import type { StatementsOfFile } from './support/statements'

/** That transactions at the same moment keep apart is no kind of statement: histories of several people at once show it. */
export const alwaysRun: readonly string[] = ['tests/functions/points/proof/model.integration.test.ts']

/**
 * Greedy: the file that asks most new kinds for each request comes first; of equals the first by name, so that the same
 * recording gives the same files.
 */
export const chooseFiles = (recorded: readonly StatementsOfFile[], always = alwaysRun): string[] => {
  const chosen = recorded.filter(({ file }) => always.includes(file))
  let rest = recorded.filter(({ file }) => !always.includes(file)).sort((a, b) => (a.file < b.file ? -1 : 1))
  const asked = new Set(chosen.flatMap(({ kinds }) => kinds))
  for (;;) {
    const worth = ({ kinds, requests }: StatementsOfFile) =>
      kinds.filter((kind) => !asked.has(kind)).length / Math.max(1, requests)
    rest = rest.filter((one) => worth(one) > 0)
    const [best] = [...rest].sort((a, b) => worth(b) - worth(a))
    if (!best) return chosen.map(({ file }) => file).sort()
    chosen.push(best)
    for (const kind of best.kinds) asked.add(kind)
  }
}
