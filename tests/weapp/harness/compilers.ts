/**
 * WeChat's own compilers, as npm's miniprogram-compiler carries them: wcc for WXML with its WXS, wcsc for WXSS.
 * DevTools refuses what they refuse, and then nothing of the mini-program starts.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import path from 'node:path'
import type { WeappPackage } from './package'

type Compiler = 'wcc' | 'wcsc'

const binaries = path.join(path.dirname(require.resolve('miniprogram-compiler/package.json')), 'bin')
const MB = 1024 * 1024

/** Why the compilers cannot run on this machine, in a phrase to print; null where they can. */
export function compilersMissing(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return `WeChat's compilers are made for Linux on x64, not for ${process.platform} on ${process.arch}`
  }
  // Asked for help, both print a page of it and end with 255; what cannot be started says so.
  const failed = (['wcc', 'wcsc'] as const).map((name) => start(name, ['--help'], binaries).error)
  const error = failed.find((each) => each !== undefined)
  return error === undefined ? null : `WeChat's compilers do not start here: ${error.message}`
}

/** What the compilers refuse in the package, with file, line and column; empty where they take all of it. */
export function compileWithWeChat(weapp: WeappPackage): string[] {
  const named = (extension: string) => weapp.files.filter((file) => file.endsWith(extension))
  // Style sheets of pages and components come first, and wcsc gets their number.
  const owners = named('.wxss').filter((file) => file !== 'app.wxss' && weapp.has(withJson(file)))
  const imported = named('.wxss').filter((file) => !owners.includes(file))
  return [
    ...complaints('wcc', weapp, ['-d', '-cc', '0', ...named('.wxml'), ...named('.wxs'), '-gn', '$gwx']),
    ...complaints('wcsc', weapp, ['-db', '-pc', String(owners.length), ...owners, ...imported]),
  ]
}

function complaints(name: Compiler, weapp: WeappPackage, args: string[]): string[] {
  const { status, stderr, error } = start(name, args, weapp.root)
  const said = stderr.trim()
  if (status === 0 && said === '') return []
  return [`${name}: ${error?.message ?? (said === '' ? `ended with ${status}` : said)}`]
}

function start(name: Compiler, args: string[], cwd: string) {
  const binary = path.join(binaries, 'linux', name)
  // The package on npm has lost the files' permission to run.
  chmodSync(binary, 0o755)
  return spawnSync(binary, args, { cwd, encoding: 'utf8', maxBuffer: 64 * MB })
}

const withJson = (file: string) => file.replace(/\.wxss$/, '.json')
