/** Templates of the two example configurations that docs/deploy.md starts from. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { domains as ourDomains } from '../../functions/domains'
import { readConfig } from '../../infra/config'
import { joinTemplates, resourcesOf, type Template } from '../../infra/local/builds/template'
import { cachedTemplates, synthTemplates, templateSources } from '../../infra/local/builds/templates'
import { hasOwnStack } from '../../infra/names'

export const flavours = ['global', 'china'] as const
export type Flavour = (typeof flavours)[number]

export const exampleConfig = (flavour: Flavour) =>
  readConfig(resolve(__dirname, '../../infra/examples', `${flavour}.json`))

/** By stack: data, api, web, watch and, outside China, edge. */
export const synthExample = (flavour: Flavour): Promise<Map<string, Template>> =>
  cachedTemplates(flavour, templateSources, async () => {
    const h5 = mkdtempSync(join(tmpdir(), 'fuyi-h5-'))
    writeFileSync(join(h5, 'index.html'), '<!doctype html><html><head><meta charset="utf-8"></head></html>')
    try {
      return await synthTemplates(exampleConfig(flavour), { h5 })
    } finally {
      rmSync(h5, { recursive: true })
    }
  })

export type ExampleStacks = {
  flavour: Flavour
  templates(): Map<string, Template>
  stack(name: string): Template
  /** What the domains have, see `domainsIn`. */
  all(): Template
  /** Properties of every function. */
  functions(): Record<string, unknown>[]
}

/** Tests that hold for the stacks of both flavours; the templates are there once the first test runs. */
export const describeStacks = (tests: (stacks: ExampleStacks) => void): void =>
  describe.each(flavours)('the %s stacks', (flavour) => {
    let templates = new Map<string, Template>()
    let all: Template = { Resources: {} }
    beforeAll(async () => {
      templates = await synthExample(flavour)
      all = domainsIn(templates)
    }, 300_000)
    tests({
      flavour,
      templates: () => templates,
      stack: (name) => stackOf(templates, name),
      all: () => all,
      functions: () => propertiesOf(all, 'AWS::Lambda::Function'),
    })
  })

/** In the order of their stacks: those that share one first. */
export const deployedDomains = [
  ...ourDomains.filter((each) => !hasOwnStack(each)),
  ...ourDomains.filter(hasOwnStack),
]

/** What the domains have, whichever stack it is in: functions, roles, logs, jobs, routes, secrets, alarms. */
export const domainsIn = (
  templates: ReadonlyMap<string, Template>,
  domains: readonly { name: string }[] = deployedDomains,
): Template =>
  joinTemplates(
    ['api', 'watch', ...domains.filter(hasOwnStack).map(({ name }) => name)].map((stack) =>
      stackOf(templates, stack),
    ),
  )

export const stackOf = (templates: ReadonlyMap<string, Template>, stack: string): Template => {
  const template = templates.get(stack)
  if (!template) throw new Error(`no stack ${stack} among ${[...templates.keys()].join(', ')}`)
  return template
}

/** Properties of every resource of a type. */
export const propertiesOf = (template: Template, type: string) => [...resourcesOf(template, type).values()]

/** The only resource of a type. */
export const onlyOf = (template: Template, type: string): Record<string, unknown> => {
  const [first, ...more] = resourcesOf(template, type).values()
  if (!first || more.length > 0) throw new Error(`${more.length + (first ? 1 : 0)} resources of type ${type}`)
  return first
}

/** Every text anywhere in a value, with the path to it; positions in lists are left out. */
export const textsIn = (value: unknown, path: string[] = []): { path: string; text: string }[] => {
  if (typeof value === 'string') return [{ path: path.join('.'), text: value }]
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, path))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, [...path, key]))
}

/** A path as somebody would ask for it. */
export const filled = (path: string) => path.replace(/:\w+/g, '320800-32080001')
