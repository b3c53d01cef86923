/**
 * What runs once more on DynamoDB Local (`npm test`, “second engine”): as few tests as ask it every kind of statement that the
 * tests of the first run asked theirs (`tests/support/engine/statements.ts`), because conditions, transactions, indexes, pages and
 * limits are all that an engine decides. What only asks again in another story is not run twice.
 */
import type { StatementsOfTest } from './support/engine/statements'

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
/** A file has to be loaded and its first connection warmed up: that costs as much as so many requests. */
const loading = 150
/** So has a test its tables. */
const tables = 10

const isCandidate = ({ file }: StatementsOfTest) => !noCandidates.some(({ files }) => files.test(file))

/** As many of the kinds as the candidates ask. */
export const testsFor = (recorded: readonly StatementsOfTest[]): StatementsOfTest[] =>
  chooseTests(recorded.filter(isCandidate))

/**
 * Greedy: the test that asks most new kinds for what it costs comes first; of equals the first by name, so that the same
 * recording gives the same tests. In the end whatever the others ask as well is left out, the dearest first.
 */
export const chooseTests = (
  recorded: readonly StatementsOfTest[],
  always = alwaysRun,
): StatementsOfTest[] => {
  const isAlways = ({ file }: StatementsOfTest) => always.includes(file)
  const chosen = recorded.filter(isAlways)
  let rest = recorded.filter((one) => !isAlways(one)).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  const asked = new Set(chosen.flatMap(({ kinds }) => kinds))
  const files = new Set(chosen.map(({ file }) => file))
  for (;;) {
    const worth = ({ file, kinds, requests }: StatementsOfTest) =>
      kinds.filter((kind) => !asked.has(kind)).length / (tables + requests + (files.has(file) ? 0 : loading))
    rest = rest.filter((one) => worth(one) > 0)
    const [best] = rest.map((one) => ({ one, worth: worth(one) })).sort((a, b) => b.worth - a.worth)
    if (!best) return withoutRepetition(chosen, isAlways)
    chosen.push(best.one)
    files.add(best.one.file)
    for (const kind of best.one.kinds) asked.add(kind)
  }
}

const nameOf = ({ file, test }: StatementsOfTest) => `${file} ${test}`

const withoutRepetition = (
  chosen: readonly StatementsOfTest[],
  isAlways: (one: StatementsOfTest) => boolean,
): StatementsOfTest[] => {
  let left = [...chosen]
  for (const one of [...chosen].sort((a, b) => b.requests - a.requests)) {
    const others = left.filter((other) => other !== one)
    const asked = new Set(others.flatMap(({ kinds }) => kinds))
    if (!isAlways(one) && one.kinds.every((kind) => asked.has(kind))) left = others
  }
  return left.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
}

/** For `--testNamePattern`: these tests by their full names, and no other. */
export const namePattern = (tests: readonly Pick<StatementsOfTest, 'test'>[]): string =>
  `^(${[...new Set(tests.map(({ test }) => test))].map(escaped).join('|')})$`

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
