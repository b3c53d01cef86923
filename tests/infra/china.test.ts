import { type Lacking, lackingInChina } from '../../infra/china/lacking'
import { resourcesOf, type Template } from '../../infra/local/builds/template'
import { synthTemplates } from '../../infra/local/builds/templates'
import { domainsIn, exampleConfig, synthExample } from './support'

/** Every value at a path, positions in lists left out. */
const valuesAt = (value: unknown, path: readonly string[]): unknown[] => {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path))
  const [name, ...rest] = path
  if (name === undefined) return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value)
    .filter(([key]) => key === name)
    .flatMap(([, item]) => valuesAt(item, rest))
}

/** What a template uses although China's regions lack it, as `resource: property`. */
const usedThough = ({ Resources }: Template, lacking: Lacking): string[] =>
  Object.entries(Resources)
    .filter(([, { Type }]) => Type === lacking.type)
    .flatMap(([id, { Properties }]) => {
      if (!('path' in lacking)) return [id]
      const found = valuesAt(Properties, lacking.path.split('.'))
      const isRefused = found.some((value) => lacking.value === undefined || value === lacking.value)
      return isRefused ? [`${id}: ${lacking.path}`] : []
    })

describe('what China’s regions lack', () => {
  it('is in no template of the China flavour', async () => {
    const templates = [...(await synthExample('china')).values()]
    const used = lackingInChina.flatMap((lacking) => templates.flatMap((each) => usedThough(each, lacking)))
    expect(used).toEqual([])
  }, 300_000)

  it('is found where a template has it: the global flavour uses much of it', async () => {
    const templates = [...(await synthExample('global')).values()]
    const used = lackingInChina.flatMap((lacking) => templates.flatMap((each) => usedThough(each, lacking)))
    expect(used).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/OriginAccessControl/),
        expect.stringMatching(/^Distribution\w+: DistributionConfig.CacheBehaviors.CachePolicyId$/),
        expect.stringMatching(/^WebAcl: Scope$/),
        expect.stringMatching(/^Dashboard\w+: Tags$/),
      ]),
    )
  }, 300_000)

  it('is listed once each, with its source', () => {
    const resources = lackingInChina.map((lacking) =>
      'path' in lacking ? `${lacking.type} ${lacking.path} ${lacking.value}` : lacking.type,
    )
    expect(new Set(resources).size).toBe(resources.length)
    expect(lackingInChina.filter(({ source }) => source.length < 10)).toEqual([])
  })
})

describe('a region without Arm', () => {
  it('gets functions for x86_64 by its configuration', async () => {
    const templates = await synthTemplates({ ...exampleConfig('china'), architecture: 'x86_64' })
    const functions = [...resourcesOf(domainsIn(templates), 'AWS::Lambda::Function').values()]
    expect(functions.length).toBeGreaterThan(3)
    expect(functions.filter(({ Architectures }) => JSON.stringify(Architectures) !== '["x86_64"]')).toEqual(
      [],
    )
  }, 300_000)
})
