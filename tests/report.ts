/** What jest's report (`--json`) says of a run: how many passed, which needed a second try, which files took longest. */
import { relative } from 'node:path'
import * as z from '../functions/shared/zod'

export const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
  testResults: z.array(
    z.object({
      /** The file's absolute path. */
      name: z.string(),
      /** ms */
      startTime: z.number(),
      endTime: z.number(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          /** Why each try before the last one failed. */
          retryReasons: z.optional(z.array(z.string())),
        }),
      ),
    }),
  ),
})
type Report = z.infer<typeof reportSchema>

/** A test by its file, from the root, and its full name. */
export type ChosenTest = { file: string; test: string }

export type RunSummary = {
  passed: number
  /** Also files that could not run at all, and what was skipped: a skipped test proves nothing. */
  failed: number
  skipped: number
  /** Full names of tests that failed first and then passed. */
  flaky: string[]
  /** The ten files that took longest, the longest first. */
  slowest: { file: string; seconds: number }[]
}

/**
 * @param root the folder that the files are named from
 * @param chosen where these alone were to run: any of them that did not has been skipped, and no other
 */
export const summaryOf = (report: Report, root: string, chosen?: readonly ChosenTest[]): RunSummary => {
  const skipped = chosen
    ? chosen.length - ranOf(report, root, chosen)
    : report.numPendingTests + report.numTodoTests
  const flaky = report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status, retryReasons = [] }) => status === 'passed' && retryReasons.length > 0)
  const slowest = report.testResults
    .map(({ name, startTime, endTime }) => ({
      file: relative(root, name),
      seconds: (endTime - startTime) / 1000,
    }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, 10)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites + skipped,
    skipped,
    flaky: flaky.map(({ fullName }) => fullName),
    slowest,
  }
}

const ranOf = (report: Report, root: string, chosen: readonly ChosenTest[]): number => {
  const key = ({ file, test }: ChosenTest) => JSON.stringify([file, test])
  const ran = new Set(
    report.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'passed' || status === 'failed')
        .map(({ fullName }) => key({ file: relative(root, name), test: fullName })),
    ),
  )
  return chosen.filter((one) => ran.has(key(one))).length
}

/** One line a run, e.g. `10 passed, 0 failed, 1 flaky`. */
export const summaryLine = ({ passed, failed, skipped, flaky }: RunSummary): string =>
  [
    `${passed} passed, ${failed} failed`,
    ...(flaky.length > 0 ? [`${flaky.length} flaky`] : []),
    ...(skipped > 0 ? [`${skipped} skipped, which counts as failed`] : []),
  ].join(', ')

/** What follows it: each flaky test by name, so that a second try hides nothing, and where the time went. */
export const detailLines = ({ flaky, slowest }: RunSummary): string[] => [
  ...flaky.map((name) => `flaky: ${name} (passed at its second try)`),
  ...slowest.map(({ file, seconds }) => `slowest: ${seconds.toFixed(1).padStart(6)} s  ${file}`),
]
