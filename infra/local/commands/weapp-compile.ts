/**
 * `npm run weapp:compile`: WeChat's own upload tool compiles the built package on this machine and says what it would
 * complain of. 275 MB, so it is installed on demand into .cache. It asks WeChat's server what this AppID may do; the
 * answer is given here instead, so that neither network nor account is needed.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import * as z from '../../../functions/shared/zod'
import { buildMiniapp } from '../builds/builds'
import { Failure } from '../failure'

const version = '2.1.42'
const root = resolve(__dirname, '../../..')
const home = join(root, '.cache/miniprogram-ci')
const miniapp = join(root, 'miniapp')

/** What the tool calls a project; `attr` asks WeChat unless it is replaced. */
interface Project {
  attr: () => Promise<unknown>
}
interface Compiler {
  Project: new (options: Record<string, unknown>) => Project
  proxy(url: string): void
  getCompiledResult(options: Record<string, unknown>): Promise<Record<string, unknown>>
}

/** The limits that every mini-program has. */
const attributes = {
  platform: false,
  appType: 0,
  isSandbox: false,
  released: true,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 30,
    NavigateMiniprogramLimit: 10,
    MaxSubPackageLimit: 200,
    MinTabbarCount: 2,
    MaxTabbarCount: 5,
    MaxTabbarIconSize: 40,
  },
}

const main = async () => {
  await buildMiniapp('weapp')
  const warnings = await compile(install())
  for (const warning of warnings) console.log(warning)
  if (warnings.length > 0) throw new Failure(`${warnings.length} complaints of miniprogram-ci ${version}`)
  console.log(`miniprogram-ci ${version} compiles the package without a complaint`)
}

function install(): Compiler {
  if (!existsSync(join(home, 'node_modules/miniprogram-ci/package.json'))) {
    console.log(`install miniprogram-ci ${version} into .cache/miniprogram-ci (275 MB, once)`)
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, name: 'fuyi-weapp-compile' }))
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
    execFileSync(
      'npm',
      ['install', '--prefix', home, '--save-exact', ...quiet, `miniprogram-ci@${version}`],
      {
        stdio: 'inherit',
      },
    )
  }
  return createRequire(join(home, 'package.json'))('miniprogram-ci')
}

const messageSchema = z.looseObject({ status: z.string(), message: z.string() })
const settingSchema = z.looseObject({ setting: z.record(z.string(), z.unknown()) })

/** Its warnings and errors, one a line. */
async function compile(ci: Compiler): Promise<string[]> {
  // Nobody listens there, so it asks WeChat nothing, and takes its own list of file types.
  ci.proxy('http://127.0.0.1:9')
  // It wants a key to sign its questions with, and asks none of them here.
  const privateKeyPath = join(home, 'no-key')
  writeFileSync(privateKeyPath, 'none')
  const project = new ci.Project({
    appid: 'wx0000000000000000',
    type: 'miniProgram',
    projectPath: miniapp,
    privateKeyPath,
    ignores: ['node_modules/**/*'],
  })
  project.attr = async () => attributes
  const { setting } = settingSchema.parse(
    JSON.parse(readFileSync(join(miniapp, 'project.config.json'), 'utf8')),
  )
  const messages: string[] = []
  const onProgressUpdate = (update: unknown) => {
    const { data } = messageSchema.safeParse(update)
    if (data !== undefined && /warn|error|fail/i.test(data.status)) messages.push(data.message)
  }
  const options = { project, version: '0.0.0', desc: 'local', setting, onProgressUpdate }
  const compiled = await ci.getCompiledResult(options)
  if (compiled['app.json'] === undefined && compiled['app-config.json'] === undefined)
    messages.push('no app.json came out')
  return messages
}

main()
  .catch((error: unknown) => {
    console.error(error instanceof Failure ? error.message : error)
    process.exitCode = 1
  })
  .finally(() => {
    rmSync(join(home, 'no-key'), { force: true })
    // Its own processes would keep this one alive.
    process.exit()
  })
