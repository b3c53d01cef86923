/** The synthesized template of a stack without running the CDK command line or bundling any code. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { BuildOptions } from '../../build-app'
import type { Config } from '../../config'
import { localConfig } from '../../config'
import { stackName } from '../../names'
import { fingerprint } from './fingerprint'
import { type Template, templateSchema } from './template'

const root = resolve(__dirname, '../../..')
const inputs = ['infra', 'package-lock.json'].map((path) => join(root, path))

/** Synthesizes in this process; every call pays for it (about a second, and two to load the CDK). */
export const synthTemplates = async (
  config: Config,
  options: Omit<BuildOptions, 'outdir' | 'bundle'> = {},
): Promise<Map<string, Template>> => {
  const { buildApp } = await import('../../build-app')
  const outdir = mkdtempSync(join(tmpdir(), 'fuyi-synth-'))
  try {
    const assembly = buildApp(config, { ...options, outdir, bundle: false }).synth()
    const prefix = stackName(config, '')
    return new Map(
      assembly.stacks.map((stack) => [
        stack.stackName.replace(prefix, ''),
        templateSchema.parse(stack.template),
      ]),
    )
  } finally {
    rmSync(outdir, { recursive: true, force: true })
  }
}

/** The template of the local stage's tables, kept in `.cache/` until its sources change. */
export const localTemplate = async (stack: 'data'): Promise<Template> => {
  const folder = join(root, '.cache/templates')
  const cached = join(folder, `${stack}-${fingerprint(inputs)}.json`)
  if (existsSync(cached)) return templateSchema.parse(JSON.parse(readFileSync(cached, 'utf8')))
  const template = (await synthTemplates(localConfig, { only: stack })).get(stack)
  if (!template) throw new Error(`no stack ${stack} in the app`)
  mkdirSync(folder, { recursive: true })
  // Test processes run side by side: a reader must never see half a file.
  writeFileSync(`${cached}.${process.pid}`, JSON.stringify(template))
  renameSync(`${cached}.${process.pid}`, cached)
  return template
}
