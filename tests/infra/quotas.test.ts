/** That the product can still be deployed with twenty-five more domains, within what an account has by default. */
import { domains } from '../../functions/domains'
import * as z from '../../functions/shared/zod'
import { alarmsOfDomain, sharedEventsCounted } from '../../infra/growth-costs'
import { resourcesOf, type Template } from '../../infra/local/builds/template'
import { synthTemplates } from '../../infra/local/builds/templates'
import { matchRoute, routesOf } from '../../infra/local/gateway/routes'
import { hasOwnStack } from '../../infra/names'
import { scaffolded } from './scaffolded'
import { domainsIn, exampleConfig, type Flavour, flavours, stackOf } from './support'

const all = [...domains, ...scaffolded]
const countOf = (template: Template, type: string) => resourcesOf(template, type).size
const filled = (path: string) => path.replaceAll(/:\w+/g, 'x')

describe.each(flavours)('twenty-five more domains in the %s stacks', (flavour: Flavour) => {
  let templates: Map<string, Template>
  let joined: Template
  beforeAll(async () => {
    templates = await synthTemplates(exampleConfig(flavour), { domains: all })
    joined = domainsIn(templates, all)
  }, 600_000)

  it('have a table and a function each, and every operation reaches the function of its domain', () => {
    expect(countOf(stackOf(templates, 'data'), 'AWS::DynamoDB::Table')).toBe(
      all.filter(({ table }) => table).length,
    )
    const routes = routesOf(joined)
    const functions = resourcesOf(joined, 'AWS::Lambda::Function')
    const reached = (path: string) =>
      functions.get(matchRoute(routes, 'GET', filled(path))?.route.functionId ?? '')?.FunctionName
    const wrong = all.flatMap(({ name, paths }) =>
      paths.filter((path) => reached(path) !== `fuyi-prod-${name}`),
    )
    expect(wrong).toEqual([])
    expect(reached('/api/nobody/knows')).toBe('fuyi-prod-meta')
  })

  it('let the gateway call every function that a route leads to', () => {
    const permitted = [...resourcesOf(joined, 'AWS::Lambda::Permission').values()]
      .filter(({ Principal }) => Principal === 'apigateway.amazonaws.com')
      .map(({ FunctionName }) => permissionSchema.parse(FunctionName)['Fn::GetAtt'][0])
    expect(new Set(routesOf(joined).map(({ functionId }) => functionId))).toEqual(new Set(permitted))
    expect(permitted).toHaveLength(all.length)
  })

  it('leave every stack below 500 resources, 200 outputs and a template of 1 MB', () => {
    const large = [...templates].filter(
      ([, template]) =>
        Object.keys(template.Resources).length > 500 ||
        Object.keys(template.Outputs ?? {}).length > 200 ||
        Buffer.byteLength(JSON.stringify(template, null, 1)) > 1_000_000,
    )
    expect(large.map(([stack]) => stack)).toEqual([])
  })

  it('leave the API below 300 routes and 300 integrations', () => {
    const api = stackOf(templates, 'api')
    expect(countOf(api, 'AWS::ApiGatewayV2::Route')).toBeLessThan(150)
    expect(countOf(api, 'AWS::ApiGatewayV2::Integration')).toBe(all.length)
  })

  it('reserve executions for places, points and identity alone, and leave more than half of 1,000 to the others', () => {
    const functions = [...resourcesOf(joined, 'AWS::Lambda::Function').values()]
    const reserved = functions.flatMap(({ FunctionName, ReservedConcurrentExecutions: count }) =>
      typeof count === 'number' ? [{ name: FunctionName, count }] : [],
    )
    expect(reserved.map(({ name }) => name)).toEqual([
      'fuyi-prod-places',
      'fuyi-prod-identity',
      'fuyi-prod-identity-wechat',
      'fuyi-prod-points',
    ])
    expect(reserved.reduce((sum, { count }) => sum + count, 0)).toBe(300)
  })

  it('leave every role below 10,240 bytes of policies', () => {
    const sizes = [...templates.values()].flatMap((template) =>
      [...resourcesOf(template, 'AWS::IAM::Policy').values()].map(
        ({ PolicyDocument }) => JSON.stringify(PolicyDocument).length,
      ),
    )
    expect(sizes.length).toBeGreaterThan(all.length)
    expect(Math.max(...sizes)).toBeLessThan(10_240)
  })

  it('leave the dashboard below 500 widgets, 500 metrics a widget and 2,500 in all', () => {
    const [dashboard] = resourcesOf(stackOf(templates, 'watch'), 'AWS::CloudWatch::Dashboard').values()
    const text = (value: unknown) =>
      typeof value === 'string' ? value : joinSchema.parse(value)['Fn::Join'][1].map(String).join('?')
    const { widgets } = dashboardSchema.parse(JSON.parse(text(dashboard?.DashboardBody)))
    const metrics = widgets.map(({ properties }) => properties.metrics.length)
    expect(widgets.length).toBeLessThan(500)
    expect(Math.max(...metrics)).toBeLessThan(500)
    expect(metrics.reduce((sum, count) => sum + count, 0)).toBeLessThan(2500)
  })

  it('leave the distribution below 25 behaviours, and add no policy of CloudFront and no rule of the firewall', () => {
    const web = stackOf(templates, 'web')
    const [distribution] = resourcesOf(web, 'AWS::CloudFront::Distribution').values()
    const behaviors = behaviorsSchema.parse(distribution).DistributionConfig.CacheBehaviors
    expect(behaviors.length).toBeLessThan(25)
    for (const type of ['CachePolicy', 'OriginRequestPolicy', 'ResponseHeadersPolicy'])
      expect(countOf(web, `AWS::CloudFront::${type}`)).toBeLessThanOrEqual(2)
  })

  it('cost in alarms and metrics what docs/costs.md says', () => {
    const own = all.filter(hasOwnStack)
    const alarmsIn = ({ name }: { name: string }) =>
      countOf(stackOf(templates, name), 'AWS::CloudWatch::Alarm')
    expect(new Set(scaffolded.map(alarmsIn))).toEqual(new Set([alarmsOfDomain]))
    const together = [...resourcesOf(stackOf(templates, 'watch'), 'AWS::CloudWatch::Alarm').values()]
    expect(together.filter(({ MetricName }) => /^fuyi-prod \S+$/.test(String(MetricName)))).toHaveLength(
      sharedEventsCounted,
    )
    const counted = own.flatMap(({ name }) =>
      [...resourcesOf(stackOf(templates, name), 'AWS::Logs::MetricFilter').values()].map(
        ({ MetricTransformations }) => JSON.stringify(MetricTransformations),
      ),
    )
    expect(counted.length).toBeGreaterThanOrEqual(3 * scaffolded.length)
    expect(new Set(counted.filter((metric) => metric.includes('"fuyi-prod '))).size).toBe(sharedEventsCounted)
  })
})

const permissionSchema = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) })
const joinSchema = z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) })
const dashboardSchema = z.object({
  widgets: z.array(z.object({ properties: z.object({ metrics: z._default(z.array(z.unknown()), []) }) })),
})
const behaviorsSchema = z.object({
  DistributionConfig: z.object({ CacheBehaviors: z.array(z.unknown()) }),
})
