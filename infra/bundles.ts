/**
 * The functions' code as Lambda takes it: for each a folder with one file that has all it needs, the SDK too; beside it the packages
 * with a native part that its job names.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { packedOpenapi } from '../functions/meta/packed-openapi'
import type { Domain } from '../functions/shared/declaration/domain'
import { copyPackages } from './native-packages'

const root = join(__dirname, '..')

/** `points`, `points-sweep`: the function that answers, or a job. */
export const bundleName = (domain: string, job?: string) => (job === undefined ? domain : `${domain}-${job}`)

/** The source file of each function by the name of its bundle. */
const entriesOf = (domains: readonly Domain[]): Record<string, string> =>
  Object.fromEntries(
    domains.flatMap(({ name, jobs }) => [
      [bundleName(name), join(root, 'functions', name, 'handler.ts')],
      ...jobs.map((job) => [
        bundleName(name, job.name),
        join(root, 'functions', name, `${job.name}-handler.ts`),
      ]),
    ]),
  )

/**
 * Bundles all functions into a new folder, which it returns, with a folder for each. One run of esbuild reads what they
 * share once. Without bundling each gets a placeholder, for readers of templates.
 *
 * @param version of the build, which the OpenAPI document names
 */
export const bundleFunctions = (
  domains: readonly Domain[],
  { isBundled, version }: { isBundled: boolean; version: string },
): string => {
  const outdir = mkdtempSync(join(tmpdir(), 'fuyi-bundles-'))
  const entries = Object.entries(entriesOf(domains))
  if (!isBundled) {
    for (const [name] of entries) {
      mkdirSync(join(outdir, name))
      writeFileSync(join(outdir, name, 'index.js'), `// ${name}\n`)
    }
    return outdir
  }
  const carried = domains.flatMap(({ name, jobs }) =>
    jobs.flatMap(({ name: job, packages }) =>
      packages ? [{ bundle: bundleName(name, job), packages }] : [],
    ),
  )
  buildSync({
    absWorkingDir: root,
    external: carried.flatMap(({ packages }) => packages),
    entryPoints: entries.map(([name, source]) => ({ in: source, out: `${name}/index` })),
    outdir,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    // The same file runs under `npm start`, on Node 20 too.
    target: 'node20',
    mainFields: ['module', 'main'],
    define: {
      OPENAPI_DOCUMENT: JSON.stringify(Buffer.from(packedOpenapi(domains, version)).toString('base64')),
    },
    tsconfig: join(root, 'tsconfig.json'),
    alias: { '@aws-sdk/credential-provider-node': join(root, 'infra/bundled/environment-credentials.ts') },
    // The pinyin dictionary as text is half of what it is in escapes.
    charset: 'utf8',
    logLevel: 'error',
  })
  for (const { bundle, packages } of carried) copyPackages(packages, join(outdir, bundle))
  return outdir
}
