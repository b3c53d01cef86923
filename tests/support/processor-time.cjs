const { existsSync, readFileSync } = require('node:fs')

const ticksPerSecond = 100

/** Processor seconds of this process and of those it started that have ended; null where the system does not say. */
exports.processorSeconds = (stat = '/proc/self/stat') => {
  if (!existsSync(stat)) return null
  const text = readFileSync(stat, 'utf8')
  // utime, stime, cutime and cstime of proc(5); the name before them may hold blanks.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / ticksPerSecond
}
