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
/** By reference in one stack, by name over two. */
const uriSchema = z.union([
  z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }),
  z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) }),
])
const integrationSchema = z.object({ IntegrationUri: uriSchema, PayloadFormatVersion: z.literal('2.0') })

/** Routes of the template of all functions, each with the logical id of its function. */
export const routesOf = (template: Template): Route[] => {
  const idOf = functionIds(template)
  const integrations = resourcesOf(template, 'AWS::ApiGatewayV2::Integration')
  return [...resourcesOf(template, 'AWS::ApiGatewayV2::Route').values()].map((properties) => {
    const { RouteKey: key, Target } = routeSchema.parse(properties)
    const { Ref: integration } = Target['Fn::Join'][1][1]
    const functionId = idOf(integrationSchema.parse(integrations.get(integration)).IntegrationUri)
    const [method = '', path = ''] = key.split(' ')
    return { key, method, path, functionId }
  })
}

const functionIds = (template: Template) => {
  const functions = [...resourcesOf(template, 'AWS::Lambda::Function')]
  const byName = new Map(functions.map(([id, { FunctionName }]) => [FunctionName, id]))
  return (uri: z.infer<typeof uriSchema>): string => {
    if ('Fn::GetAtt' in uri) return uri['Fn::GetAtt'][0]
    const arn = String(uri['Fn::Join'][1].at(-1))
    const id = byName.get(/:function:(.+)$/.exec(arn)?.[1])
    if (id === undefined) throw new Error(`a route leads to ${arn}, which no stack has`)
    return id
  }
}

/**
 * The most specific route, as API Gateway chooses it: a full match before a greedy one (`/api/points/{proxy+}`), fixed
 * segments before parameters, the longer greedy path before the shorter, a method before ANY, `$default` last.
 */
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
/** Takes all further segments, and at least one. */
const isGreedy = (segment: string) => segment.endsWith('+}')

const parametersOf = (pattern: string[], segments: string[]): Record<string, string> | null => {
  const last = pattern.at(-1) ?? ''
  const rest = isGreedy(last) ? segments.slice(pattern.length - 1).join('/') : null
  if (rest === null ? pattern.length !== segments.length : rest === '') return null
  const found: Record<string, string> = rest === null ? {} : { [last.slice(1, -2)]: rest }
  for (const [index, part] of (rest === null ? pattern : pattern.slice(0, -1)).entries()) {
    const segment = segments[index] ?? ''
    if (isParameter(part) && segment !== '') found[part.slice(1, -1)] = segment
    else if (part !== segment) return null
  }
  return found
}

/** Sorts before another what API Gateway prefers to it. */
const rank = ({ method, path }: Route) => {
  const segments = path.split('/')
  const weights = segments.map((segment) => (isGreedy(segment) ? '2' : isParameter(segment) ? '1' : '0'))
  return [isGreedy(segments.at(-1) ?? '') ? '1' : '0', ...weights, method === 'ANY' ? '1' : '0'].join('')
}
