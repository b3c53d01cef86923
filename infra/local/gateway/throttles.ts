/** The rates of the template's stage, as API Gateway holds them: tokens that come back steadily, and so many at once. */
import * as z from '../../../functions/shared/zod'
import { resourcesOf, type Template } from '../builds/template'

export type Rate = { rate: number; burst: number }
/** `routes` by their key; all others share `usual`. */
export type Throttles = { usual: Rate; routes: ReadonlyMap<string, Rate> }

const settingsSchema = z.object({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() })
const stageSchema = z.object({
  DefaultRouteSettings: settingsSchema,
  RouteSettings: z._default(z.record(z.string(), settingsSchema), {}),
})

/** What the api stack's template says. */
export const throttlesOf = (api: Template): Throttles => {
  const [stage] = resourcesOf(api, 'AWS::ApiGatewayV2::Stage').values()
  const { DefaultRouteSettings, RouteSettings } = stageSchema.parse(stage)
  const rateOf = (settings: z.infer<typeof settingsSchema>): Rate => ({
    rate: settings.ThrottlingRateLimit,
    burst: settings.ThrottlingBurstLimit,
  })
  return {
    usual: rateOf(DefaultRouteSettings),
    routes: new Map(Object.entries(RouteSettings).map(([key, settings]) => [key, rateOf(settings)])),
  }
}

/** Whether a request of this route may pass now; one that may not has cost nothing. */
export const createThrottle = ({ usual, routes }: Throttles, clock: () => number = Date.now) => {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return (routeKey: string): boolean => {
    const own = routes.get(routeKey)
    const { rate, burst } = own ?? usual
    const name = own ? routeKey : ''
    const { tokens, at } = buckets.get(name) ?? { tokens: burst, at: clock() }
    const now = clock()
    const there = Math.min(burst, tokens + ((now - at) / 1000) * rate)
    buckets.set(name, { tokens: there >= 1 ? there - 1 : there, at: now })
    return there >= 1
  }
}
