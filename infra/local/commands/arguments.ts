/** What the command-line tools have in common: reading what was typed, and ending with a line that one understands. */
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { Failure } from '../failure'
import { explain } from './target'

type Options = NonNullable<ParseArgsConfig['options']>

/** Every tool takes `--table` and `--data`, see target.ts. Throws `Failure` with the usage. */
export const readArguments = <T extends Options>(args: string[], options: T, usage: string) => {
  const targets = { table: { type: 'string' }, data: { type: 'string' } } as const
  try {
    return parseArgs({ args, allowPositionals: true, options: { ...options, ...targets } })
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : error}\n\n${usage}`)
  }
}

/** Runs a tool with what was typed; the exit code is what it returns, or 1. */
export const runTool = (main: Tool): void => {
  exitCodeOf(main, process.argv.slice(2)).then((code) => {
    process.exitCode = code
  })
}

type Tool = (args: string[]) => Promise<number>

/** Of a tool that is given these arguments, with what went wrong on the screen. */
export const exitCodeOf = (main: Tool, args: string[]): Promise<number> =>
  main(args).catch((error: unknown) => {
    console.error(explain(error) ?? error)
    return 1
  })
