/**
 * What a suite may cost, in processor seconds. The first pattern that fits decides; a budget of its own has a reason, which
 * docs/testing.md gives.
 */
const budgets: readonly (readonly [RegExp, number])[] = [
  [/^tests\/functions\/points\/proof\//, 20],
  [/^tests\/functions\/exhibition\/proof\//, 10],
  [/^tests\/functions\/security\/(guessing|authorisation|read-price|faults)\./, 25],
  [/^tests\/functions\/.*\.integration\.test\.ts$/, 8],
  [/^tests\/functions\//, 3],
  [/^tests\/miniapp\/.*screens\.test\.tsx?$/, 10],
  [/^tests\/miniapp\/(.*\/)?desk\//, 10],
  [/^tests\/miniapp\//, 5],
  [/^tests\/infra\/new-domain\./, 40],
  [/^tests\/infra\/(product|smoke|import-cli)\./, 20],
  [/^tests\/infra\//, 10],
  [/^tests\/weapp\/(points|walk)\./, 25],
  [/^tests\/weapp\//, 15],
  [/^tests\/e2e\/looks\./, 30],
  [/^tests\/e2e\//, 15],
]

/** @param file from the root of the project */
export const budgetOf = (file: string): number => budgets.find(([pattern]) => pattern.test(file))?.[1] ?? 5
