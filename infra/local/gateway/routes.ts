/** Which function answers a request: the routes of the synthesized API, chosen as API Gateway chooses. */
import * as z from '../../../functions/shared/zod'
import { resourcesOf, type Template } from '../builds/template'
import type { Matched } from './event'

export type Route = { key: string; method: string; path: string; functionId: string }

const routeSchema = z.object({
  RouteKey: z.string(),
  Target: z.object({
    'Fn::Join': z.tuple([z.string(), z.tuple([z.literal('integrations/'), z.object({ Ref: z.string() })])]),
  }),
})
const integrationSchema = z.object({
  IntegrationUri: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }),
  PayloadFormatVersion: z.literal('2.0'),
})

/** Routes of the API stack's template, each with the logical id of its function. */
export const routesOf = (template: Template): Route[] => {
  const integrations = resourcesOf(template, 'AWS::ApiGatewayV2::Integration')
  return [...resourcesOf(template, 'AWS::ApiGatewayV2::Route').values()].map((properties) => {
    const { RouteKey: key, Target } = routeSchema.parse(properties)
    const { Ref: integration } = Target['Fn::Join'][1][1]
    const [functionId] = integrationSchema.parse(integrations.get(integration)).IntegrationUri['Fn::GetAtt']
    const [method = '', path = ''] = key.split(' ')
    return { key, method, path, functionId }
  })
}

/** The most specific route: fixed segments before parameters, a method before ANY, `$default` last. */
export const matchRoute = (
  routes: readonly Route[],
  method: string,
  path: string,
): (Matched & { route: Route }) | null => {
  const segments = path.split('/')
  const [best] = routes
    .filter((route) => route.method === method || route.method === 'ANY')
    .flatMap((route) => {
      const pathParameters = parametersOf(route.path.split('/'), segments)
      return pathParameters ? [{ route, routeKey: route.key, pathParameters }] : []
    })
    .sort((a, b) => rank(a.route).localeCompare(rank(b.route)))
  if (best) return best
  const route = routes.find(({ key }) => key === '$default')
  return route ? { route, routeKey: '$default', pathParameters: {} } : null
}

const isParameter = (segment: string) => segment.startsWith('{')

const parametersOf = (pattern: string[], segments: string[]): Record<string, string> | null => {
  if (pattern.length !== segments.length) return null
  const found: Record<string, string> = {}
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? ''
    if (isParameter(part) && segment !== '') found[part.slice(1, -1)] = segment
    else if (part !== segment) return null
  }
  return found
}

/** Sorts before another what API Gateway prefers to it. */
const rank = ({ method, path }: Route) =>
  path
    .split('/')
    .map((segment) => (isParameter(segment) ? '1' : '0'))
    .join('') + (method === 'ANY' ? '1' : '0')
