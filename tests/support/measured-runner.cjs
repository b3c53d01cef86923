/**
 * Jest's own runner, which also notes what each suite costs: processor seconds of the worker and of every process that it
 * started and that has ended, since the suite before. Appended to the file `SUITE_COSTS`, one JSON line a suite, where that is
 * set and the system tells the time.
 */
const { appendFileSync } = require('node:fs')
const { relative } = require('node:path')
const { default: circus } = require('jest-circus/runner')
const { processorSeconds } = require('./processor-time.cjs')

let spentBefore = 0

module.exports = async (globalConfig, config, environment, runtime, testPath, send) => {
  const result = await circus(globalConfig, config, environment, runtime, testPath, send)
  const { SUITE_COSTS } = process.env
  const spent = processorSeconds()
  if (SUITE_COSTS && spent !== null) {
    const file = relative(config.rootDir, testPath)
    appendFileSync(SUITE_COSTS, `${JSON.stringify({ file, seconds: spent - spentBefore })}\n`)
    spentBefore = spent
  }
  return result
}
