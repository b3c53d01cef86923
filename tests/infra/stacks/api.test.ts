import * as z from '../../../functions/shared/zod'
import { resourcesOf } from '../../../infra/local/builds/template'
import { matchRoute, routesOf } from '../../../infra/local/gateway/routes'
import { requestsPerAddress } from '../../../infra/stacks/edge'
import { describeStacks, deployedDomains as domains, filled, onlyOf } from '../support'

describeStacks(({ all }) => {
  it('route every path of the contracts, with any method, to the function of its domain', () => {
    const routes = routesOf(all())
    const functionOf = (path: string) => {
      const matched = matchRoute(routes, 'PATCH', path)
      return resourcesOf(all(), 'AWS::Lambda::Function').get(matched?.route.functionId ?? '')?.FunctionName
    }
    const led = domains.flatMap(({ name, operations }) =>
      Object.values(operations).map(({ path }) => ({ name, path: filled(path) })),
    )
    expect(led.length).toBeGreaterThan(50)
    expect(led.map(({ path }) => functionOf(path))).toEqual(led.map(({ name }) => `fuyi-prod-${name}`))
    expect(functionOf('/api/no/such/path')).toBe('fuyi-prod-meta')
  })

  it('throttle the API and log neither address nor path nor query', () => {
    const { DefaultRouteSettings, AccessLogSettings, AutoDeploy } = onlyOf(all(), 'AWS::ApiGatewayV2::Stage')
    expect(DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 })
    expect(AutoDeploy).toBe(true)
    const { RouteSettings } = onlyOf(all(), 'AWS::ApiGatewayV2::Stage')
    const keys = new Set(routesOf(all()).map(({ key }) => key))
    const limited = Object.entries(RouteSettings ?? {})
    expect(limited.filter(([key]) => !keys.has(key))).toEqual([])
    expect(limited.map(([key]) => key)).toEqual(
      [
        '/api/sessions',
        '/api/sessions/refresh',
        '/api/sessions/tickets',
        '/api/sessions/tickets/:id/session',
        // `/api/sessions/%72efresh` may come by it.
        '/api/sessions/{proxy+}',
      ].map((path) => `ANY ${path.replace(/:(\w+)/g, '{$1}')}`),
    )
    const logged = JSON.stringify(AccessLogSettings).match(/\$context[\w.]+/g)
    expect(logged).toEqual(
      ['requestId', 'requestTimeEpoch', 'routeKey', 'status', 'responseLength', 'responseLatency']
        .concat(['integrationLatency', 'integrationErrorMessage'])
        .map((field) => `$context.${field}`),
    )
  })

  it('allow on every route ten times what the firewall lets one address send', () => {
    const { RouteSettings, DefaultRouteSettings } = onlyOf(all(), 'AWS::ApiGatewayV2::Stage')
    const settings = z.parse(
      z.array(z.object({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() })),
      [DefaultRouteSettings, ...Object.values(RouteSettings ?? {})],
    )
    const perSecond = requestsPerAddress / 300
    for (const { ThrottlingRateLimit, ThrottlingBurstLimit } of settings) {
      expect(ThrottlingRateLimit).toBeGreaterThanOrEqual(10 * perSecond)
      expect(ThrottlingBurstLimit).toBeGreaterThanOrEqual(2 * ThrottlingRateLimit)
    }
  })

  it('enable no paid metrics of single routes', () => {
    const stage = JSON.stringify(onlyOf(all(), 'AWS::ApiGatewayV2::Stage'))
    expect(stage).not.toContain('"DetailedMetricsEnabled":true')
  })
})
