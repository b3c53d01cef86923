/**
 * Jest's own runner, which also notes what each suite costs: processor seconds of the worker and of every process that it
 * started and that has ended, since the suite before. Written to the file `SUITE_COSTS`, one JSON line a suite, where that is
 * set and the system has `/proc`.
 */
const { appendFileSync, existsSync, readFileSync } = require('node:fs')
const { relative } = require('node:path')
const { default: circus } = require('jest-circus/runner')

const ticksPerSecond = 100
let spentBefore = 0

/** utime, stime, cutime and cstime of `proc(5)`; the name before them may hold blanks. */
const spentSeconds = () => {
  const stat = readFileSync('/proc/self/stat', 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / ticksPerSecond
}

module.exports = async (globalConfig, config, environment, runtime, testPath, send) => {
  const result = await circus(globalConfig, config, environment, runtime, testPath, send)
  const { SUITE_COSTS } = process.env
  if (SUITE_COSTS && existsSync('/proc/self/stat')) {
    const spent = spentSeconds()
    const file = relative(config.rootDir, testPath)
    appendFileSync(SUITE_COSTS, `${JSON.stringify({ file, seconds: spent - spentBefore })}\n`)
    spentBefore = spent
  }
  return result
}
