/**
 * What runs once more on DynamoDB Local (`npm test`, “second engine”): as few files as ask it every kind of statement that the
 * files of the first run asked theirs (`tests/support/statements.ts`), because conditions, transactions, indexes, pages and
 * limits are all that an engine decides. What only asks again in another story is not run twice.
 */
import type { StatementsOfFile } from './support/statements'

/** That transactions at the same moment keep apart is no kind of statement: histories of several people at once show it. */
export const alwaysRun: readonly string[] = ['tests/functions/points/proof/model.integration.test.ts']

/** What has never run on the second engine, and asks no more of one than the files that may. */
export const noCandidates: readonly { files: RegExp; because: string }[] = [
  { files: /^(?!tests\/functions\/)/, because: 'not a test of the functions' },
  {
    files: /^tests\/functions\/security\//,
    because: 'who may do what is decided before the store, which is asked the requests of its domains',
  },
  { files: /\/killed\.integration/, because: 'a process is killed, and no engine' },
  {
    files:
      /^tests\/functions\/places\/.*(bad-input|city-grid|contact|logs|nearby|open-data|promises|search)\.integration/,
    because: 'they read a catalogue as others do, and work it out in memory',
  },
]
const isCandidate = ({ file }: StatementsOfFile) => !noCandidates.some(({ files }) => files.test(file))

/** As many of the kinds as the candidates ask. */
export const filesFor = (recorded: readonly StatementsOfFile[]): string[] =>
  chooseFiles(recorded.filter(isCandidate))

/**
 * Greedy: the file that asks most new kinds for each request comes first; of equals the first by name, so that the same
 * recording gives the same files. In the end whatever the others ask as well is left out, the dearest first.
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
    if (!best) return needed(chosen, always)
    chosen.push(best)
    for (const kind of best.kinds) asked.add(kind)
  }
}

const needed = (chosen: readonly StatementsOfFile[], always: readonly string[]): string[] => {
  let left = [...chosen]
  for (const one of [...chosen].sort((a, b) => b.requests - a.requests)) {
    const others = left.filter((other) => other !== one)
    const asked = new Set(others.flatMap(({ kinds }) => kinds))
    if (!always.includes(one.file) && one.kinds.every((kind) => asked.has(kind))) left = others
  }
  return left.map(({ file }) => file).sort()
}
