/**
 * Runs a program that must not outlive its starter: `node end-with-parent.cjs PROGRAM ARGS...`.
 * The starter holds this process's stdin; when the pipe ends, however the starter ended, the program is killed.
 */
const { spawn } = require('node:child_process')

const [, , program, ...args] = process.argv
const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] })

child.on('error', (error) => {
  console.error(error.message)
  process.exit(127)
})
child.on('exit', (code) => process.exit(code ?? 1))
process.stdin.on('end', () => child.kill('SIGKILL')).resume()
process.on('SIGTERM', () => child.kill('SIGKILL'))
