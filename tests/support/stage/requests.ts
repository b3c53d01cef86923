/** Every operation of the product with a valid request, and how it is sent. */
import { type DomainName, domains } from '../../../functions/domains'
import type { Operation } from '../../../functions/shared/declaration/operation'
import { stageDomain } from './domains'
import type { Scene } from './scene'
import { type Facts, factsOf, type StageRequest } from './stage-domain'

export type Listed = Facts & { domain: DomainName; name: string; operation: Operation }

export const everything: readonly Listed[] = domains.flatMap(({ name: domain, operations }) =>
  Object.entries(operations).map(([name, operation]) => {
    const request = stageDomain(domain).requests[name]
    if (!request)
      throw new Error(
        `no request for ${domain}.${name}: write one in tests/support/stage/domains/${domain}.ts`,
      )
    return { domain, name, operation, ...factsOf(request) }
  }),
)

/** The status of what one person asks for with every right to. */
export const answeredAs = ({ answered = 200 }: Pick<Listed, 'answered'>): number => answered

/** Sends it as that person's phone would. */
export const send = (
  { stage }: Scene,
  { domain, operation }: Pick<Listed, 'domain' | 'operation'>,
  { target, body }: StageRequest,
  who: { access: string } | null,
  headers: Record<string, string> = {},
) =>
  stage.call(domain, operation.method, target, {
    body,
    headers: {
      ...(who && { authorization: `Bearer ${who.access}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(operation.idempotent && { 'idempotency-key': stage.key() }),
      ...headers,
    },
  })
