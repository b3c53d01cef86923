/** What has to be built before anything runs, each only when its inputs changed. Fingerprints are in `.cache/`. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { earlyScript } from '../../constructs/security-headers'
import { Failure } from '../failure'
import { lock } from '../lock'
import { root, runNode } from '../run'
import { fingerprint } from './fingerprint'
import { type MiniappBuild, markReleased, type Shown } from './release'

export type BuildResult = { state: 'built' | 'unchanged' }

const inRoot = (...paths: string[]) => paths.map((path) => join(root, path))
const tools = inRoot('package.json', 'package-lock.json', 'tsconfig.json')
const functions = join(root, 'functions')
/** What config/tiles.ts of the mini-program reads. */
const tileNames = [
  'TARO_APP_TIANDITU_KEY',
  'TARO_APP_TILE_URL',
  'TARO_APP_TILE_DATUM',
  'TARO_APP_TILE_CREDIT',
]
/** What of `functions/` the phone may import (.dependency-cruiser.cjs). */
const seenByPhone = () => [
  join(functions, 'shared'),
  // Files lie beside the domains: nothing can be looked for below them.
  ...readdirSync(functions, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      inRoot(`functions/${name}/contract.ts`, `functions/${name}/contract`, `functions/${name}/rules`),
    ),
]

/** Builds the mini-program for the browser or for WeChat into `miniapp/dist/`. */
export const buildMiniapp = async (build: MiniappBuild, shown: Shown | null = null): Promise<BuildResult> => {
  const output = join(root, 'miniapp/dist', build)
  const type = build === 'weapp' ? 'weapp' : 'h5'
  const proof = join(output, type === 'h5' ? 'index.html' : 'app.json')
  const settings = ['TARO_APP_API', ...tileNames, 'BUILD_VERSION'].map((name) => process.env[name])
  const operator = shown ? JSON.stringify(shown) : ''
  const print = fingerprint(
    [...tools, ...seenByPhone(), join(root, 'miniapp')],
    JSON.stringify([build, settings, operator]),
  )
  return once(output, { stamp: build, print, isThere: () => existsSync(proof) }, async () => {
    rmSync(output, { recursive: true, force: true })
    await runNode({
      name: `build-${build}`,
      // Trees of thousands of modules live long: with little room for what is new, a tenth of the time is collecting.
      args: [
        '--max-semi-space-size=64',
        taro(),
        'build',
        '--type',
        type,
        '--disable-global-config',
        '--no-check',
      ],
      cwd: join(root, 'miniapp'),
      env: {
        NODE_ENV: 'production',
        TARO_APP_DEMO: build === 'h5-demo' ? '1' : '',
        TARO_APP_OPERATOR: operator,
      },
    })
    // Taro ends well with a configuration it does not understand, and builds nothing.
    if (!existsSync(proof)) {
      throw new Failure(
        `build-${build} made no ${proof.slice(root.length + 1)} (its output: .cache/logs/build-${build}.log)`,
      )
    }
    if (type === 'h5') markReleased(output, shown)
  })
}

/** What the local run serves. */
export const h5Folder = join(root, 'miniapp/dist/h5-demo')
/** The cloud assembly of the local stage: templates, and the bundles as CDK would upload them. */
export const assemblyFolder = join(root, '.cache/cdk.out')

/** Synthesizes the CDK app, which bundles the functions. */
export const synthesize = async (): Promise<BuildResult> => {
  const settings = [...tileNames, 'BUILD_VERSION'].map((name) => process.env[name])
  // The content policy knows the page's own script by its hash.
  const seen = [...tools, functions, join(root, 'infra'), earlyScript]
  const print = fingerprint(seen, JSON.stringify(settings))
  const isThere = () => existsSync(join(assemblyFolder, 'manifest.json'))
  return once(assemblyFolder, { stamp: 'synth', print, isThere }, async () => {
    const fresh = `${assemblyFolder}.new`
    rmSync(fresh, { recursive: true, force: true })
    await runNode({ name: 'synth', args: ['--import', 'tsx', 'infra/app.ts'], env: { CDK_OUTDIR: fresh } })
    rmSync(assemblyFolder, { recursive: true, force: true })
    renameSync(fresh, assemblyFolder)
  })
}

type Once = { stamp: string; print: string; isThere: () => boolean }

/** Builds unless a build of these very inputs is there; two processes never build the same at once. */
const once = async (
  output: string,
  { stamp, print, isThere }: Once,
  build: () => Promise<void>,
): Promise<BuildResult> => {
  const release = await lock(output)
  try {
    const file = join(root, '.cache/stamps', stamp)
    if (isThere() && existsSync(file) && readFileSync(file, 'utf8') === print) return { state: 'unchanged' }
    rmSync(file, { force: true })
    await build()
    mkdirSync(join(root, '.cache/stamps'), { recursive: true })
    writeFileSync(file, print)
    return { state: 'built' }
  } finally {
    release()
  }
}

const taro = () => createRequire(join(root, 'package.json')).resolve('@tarojs/cli/bin/taro')
