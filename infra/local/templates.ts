/** The synthesized template of a stack without running the CDK command line or bundling any code. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Config } from '../config'
import { localConfig } from '../config'
import { fingerprint } from './fingerprint'
import { type Template, templateSchema } from './template'

export type StackName = 'data'

const root = resolve(__dirname, '../..')
const inputs = ['infra', 'functions/places/contract.ts', 'functions/shared', 'package-lock.json']

/** Synthesizes in this process; every call pays for it (about a second, and three to load the CDK). */
export const synthTemplates = async (config: Config): Promise<Record<string, Template>> => {
  const { buildApp } = await import('../build-app')
  const outdir = mkdtempSync(join(tmpdir(), 'fuyi-synth-'))
  try {
    const assembly = buildApp(config, { outdir, bundle: false }).synth()
    const prefix = `fuyi-${config.stage}-`
    return Object.fromEntries(
      assembly.stacks.map((stack) => [
        stack.stackName.replace(prefix, ''),
        templateSchema.parse(stack.template),
      ]),
    )
  } finally {
    rmSync(outdir, { recursive: true, force: true })
  }
}

/** A stack's template for the local stage, kept in `.cache/` until its sources change. */
export const localTemplate = async (stack: StackName): Promise<Template> => {
  const print = fingerprint(inputs.map((path) => join(root, path)))
  const cached = join(root, '.cache/templates', `${stack}-${print}.json`)
  if (existsSync(cached)) return templateSchema.parse(JSON.parse(readFileSync(cached, 'utf8')))
  const template = (await synthTemplates(localConfig))[stack]
  if (!template) throw new Error(`no stack ${stack} in the app`)
  mkdirSync(join(root, '.cache/templates'), { recursive: true })
  // Test processes run side by side: a reader must never see half a file.
  writeFileSync(`${cached}.${process.pid}`, JSON.stringify(template))
  renameSync(`${cached}.${process.pid}`, cached)
  return template
}
