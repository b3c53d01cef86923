/** The synthesized template of a stack without running the CDK command line or bundling any code. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { domains } from '../../../functions/domains'
import * as z from '../../../functions/shared/zod'
import type { BuildOptions } from '../../build-app'
import type { Config } from '../../config'
import { localConfig } from '../../config'
import { stackName } from '../../names'
import { fingerprint } from './fingerprint'
import { type Template, templateSchema } from './template'

const root = resolve(__dirname, '../../..')
const pathsOf = (names: readonly string[]) => names.map((name) => join(root, name))
/** Of the tables, which the domains declare. */
const tableSources = pathsOf([
  'infra',
  'package-lock.json',
  'functions/domains.ts',
  'functions/shared/declaration/domain.ts',
  ...domains.map(({ name }) => `functions/${name}/domain.ts`),
])
/** Of everything that a template says. */
export const templateSources = pathsOf(['infra', 'functions', 'package.json', 'package-lock.json'])

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
  const made = () => synthTemplates(localConfig, { only: stack })
  const template = (await cachedTemplates(stack, tableSources, made)).get(stack)
  if (!template) throw new Error(`no stack ${stack} in the app`)
  return template
}

/**
 * Templates kept in `.cache/` until one of their sources changes: many test processes read the same ones.
 *
 * @param name of the file, unique for what `make` makes
 */
export const cachedTemplates = async (
  name: string,
  sources: readonly string[],
  make: () => Promise<Map<string, Template>>,
): Promise<Map<string, Template>> => {
  const folder = join(root, '.cache/templates')
  const file = join(folder, `${name}-${fingerprint(sources)}.json`)
  if (existsSync(file))
    return new Map(Object.entries(templatesSchema.parse(JSON.parse(readFileSync(file, 'utf8')))))
  const templates = await make()
  mkdirSync(folder, { recursive: true })
  // Test processes run side by side: a reader must never see half a file.
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(Object.fromEntries(templates)))
  renameSync(`${file}.${process.pid}`, file)
  return templates
}

const templatesSchema = z.record(z.string(), templateSchema)
