import { domains } from '../../functions/domains'
import { gatewayRoutes, routeThrottles } from '../../infra/routes'

const routesOf = (declared: Record<string, string[]>) =>
  Object.fromEntries(
    gatewayRoutes(Object.entries(declared).map(([name, paths]) => ({ name, paths }))).entries(),
  )

describe('the routes of the gateway', () => {
  it('are one for a domain whose paths all begin with its name, and one for the bare name', () => {
    expect(routesOf({ tasks: ['/api/tasks/:id', '/api/tasks/:id/steps/:step'] })).toEqual({
      tasks: ['ANY /api/tasks/{proxy+}'],
    })
    expect(routesOf({ tasks: ['/api/tasks', '/api/tasks/:id'] })).toEqual({
      tasks: ['ANY /api/tasks/{proxy+}', 'ANY /api/tasks'],
    })
  })

  it('are the shortest prefixes that only one domain has, where paths begin otherwise', () => {
    expect(
      routesOf({
        places: ['/api/regions', '/api/regions/:adcode/places', '/api/staff/reports'],
        points: ['/api/gifts/:id', '/api/gifts/:id/waiting', '/api/staff/gifts/:id/stock'],
      }),
    ).toEqual({
      places: [
        'ANY /api/places/{proxy+}',
        'ANY /api/regions',
        'ANY /api/regions/{proxy+}',
        'ANY /api/staff/reports',
      ],
      points: ['ANY /api/points/{proxy+}', 'ANY /api/staff/gifts/{proxy+}', 'ANY /api/gifts/{proxy+}'],
    })
  })

  it('spell out a path of another domain below a domain’s own name: a full match comes first', () => {
    expect(
      routesOf({ points: ['/api/outlets/:place/handovers'], outlets: ['/api/outlets/:id', '/api/outlets'] }),
    ).toEqual({
      points: ['ANY /api/points/{proxy+}', 'ANY /api/outlets/{place}/handovers'],
      outlets: ['ANY /api/outlets/{proxy+}', 'ANY /api/outlets'],
    })
  })

  it('spell out what stands behind a parameter in a place that several domains share', () => {
    expect(routesOf({ a: ['/api/staff/:id/x'], b: ['/api/staff/roles/:id'] })).toEqual({
      a: ['ANY /api/a/{proxy+}', 'ANY /api/staff/{id}/x'],
      b: ['ANY /api/b/{proxy+}', 'ANY /api/staff/roles/{proxy+}'],
    })
  })

  it('never take everything below /api, which belongs to the fallback', () => {
    expect(routesOf({ tasks: ['/api/todo/:id'] })).toEqual({
      tasks: ['ANY /api/tasks/{proxy+}', 'ANY /api/todo/{proxy+}'],
    })
    const meta = { name: 'meta', paths: ['/api/health'], fallback: true } as const
    expect(gatewayRoutes([meta]).get('meta')).toEqual([
      'ANY /api/meta/{proxy+}',
      'ANY /api/health',
      '$default',
    ])
  })

  it('name a path that has a throttle of its own, for the gateway counts by route', () => {
    const throttles = { '/api/tasks/:id/claim': { rate: 100, burst: 200 } }
    expect(
      gatewayRoutes([{ name: 'tasks', paths: ['/api/tasks/:id/claim'], throttles }]).get('tasks'),
    ).toEqual(['ANY /api/tasks/{proxy+}', 'ANY /api/tasks/{id}/claim'])
    expect(() => gatewayRoutes([{ name: 'tasks', paths: [], throttles }])).toThrow(
      'tasks throttles /api/tasks/:id/claim, which it does not declare',
    )
  })

  it('let no greedy prefix take a throttled path that is written differently', () => {
    const [claim, drop] = [
      { rate: 100, burst: 200 },
      { rate: 50, burst: 300 },
    ]
    const paths = ['/api/todo/claim', '/api/todo/drop', '/api/todo/:id', '/api/tasks/:id']
    const throttles = { '/api/todo/claim': claim, '/api/todo/drop': drop }
    expect(routeThrottles([{ name: 'tasks', paths, throttles }])).toEqual({
      'ANY /api/todo/claim': claim,
      'ANY /api/todo/drop': drop,
      'ANY /api/todo/{proxy+}': { rate: 50, burst: 200 },
    })
  })

  it('are refused where two domains declare one path', () => {
    expect(() => routesOf({ a: ['/api/x/:id'], b: ['/api/x/:other'] })).toThrow(
      '/api/x/:other is declared by a and by b',
    )
  })

  it('are fewer than the paths that they route', () => {
    const all = [...gatewayRoutes(domains).values()].flat()
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBeLessThan(domains.flatMap(({ paths }) => paths).length)
  })
})
