import { readdirSync } from 'node:fs'
import path from 'node:path'
import { domains } from '../../../functions/domains'
import type { Endpoint } from '../../../functions/shared/declaration/endpoint'
import { codesOf } from '../../../functions/shared/declaration/operation'

const functions = path.resolve(__dirname, '../../../functions')

/** Every endpoint that a file under `functions/{domain}/endpoints` exports. */
function endpointsOf(domain: string): Endpoint[] {
  const folder = path.join(functions, domain, 'endpoints')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => Object.values<Endpoint>(require(path.join(folder, file))))
}

const named = ({ method, path }: Pick<Endpoint, 'method' | 'path'>) => `${method} ${path}`

describe.each(domains.map((domain) => [domain.name, domain] as const))(
  'the endpoints of %s',
  (name, domain) => {
    const endpoints = endpointsOf(name)
    const operations = Object.values(domain.operations)

    it('list no code that follows from what else their operation declares', () => {
      const listed = operations.flatMap((operation) => {
        const derived = codesOf({ ...operation, codes: [] })
        return operation.codes
          .filter((code) => derived.includes(code))
          .map((code) => [named(operation), code])
      })
      expect(listed).toEqual([])
    })

    it('are what its operations are built from, each once', () => {
      expect(endpoints.map(named).sort()).toEqual(operations.map(named).sort())
      for (const endpoint of endpoints) {
        const operation = operations.find((one) => named(one) === named(endpoint))
        expect({
          access: operation?.access,
          isSameKey: operation?.idempotent === endpoint.idempotent,
          isSameRequest: [operation?.params, operation?.query, operation?.body],
          isSameResponse: operation?.answer.schema === endpoint.response,
          isSameCodes: operation?.codes === endpoint.codes,
        }).toEqual({
          access: endpoint.access,
          isSameKey: true,
          isSameRequest: [endpoint.params, endpoint.query, endpoint.body],
          isSameResponse: true,
          isSameCodes: true,
        })
      }
    })

    it('name in their schema each parameter of their path', () => {
      for (const endpoint of endpoints)
        expect(Object.keys(endpoint.params.shape).map((parameter) => `:${parameter}`)).toEqual(
          endpoint.path.match(/:\w+/g) ?? [],
        )
    })
  },
)
