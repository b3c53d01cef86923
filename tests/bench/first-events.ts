/** What each function is asked first after it has started: something that it does with its table, its secret, or by itself. */
import { domains } from '../../functions/domains'
import type { Domain } from '../../functions/shared/declaration/domain'
import * as z from '../../functions/shared/zod'
import { localConfig } from '../../infra/config'
import type { CloudJobs } from '../../infra/local/builds/jobs'
import type { FunctionSpec } from '../../infra/local/runtime/worker'
import { type SecretsStore, secretArn } from '../../infra/local/stand-ins/secrets'
import { functionName } from '../../infra/names'
import { eventOf } from './stage'

const jsonHeaders = { 'content-type': 'application/json' }

/** Of functions whose first path does not do what most of their callers want. */
const chosen: Readonly<Record<string, object>> = {
  places: eventOf('/api/regions', {}),
  points: eventOf('/api/gifts?region=320800', {}),
  identity: eventOf('/api/sessions/tickets', jsonHeaders, { method: 'POST', body: '{}' }),
  media: eventOf('/api/staff/media/320800-none', {}),
  'media-pictures': { from: 'quarantine/none', to: 'review/none/', type: 'image/webp' },
  'identity-wechat': { ask: 'login', requestId: 'bench', code: 'no-such-code' },
}

/**
 * The event of each function, by logical id. Throws for a job that nothing in the template starts, unless its event is chosen
 * here.
 */
export function firstEvents(
  { functions, jobs }: { functions: ReadonlyMap<string, Pick<FunctionSpec, 'name'>>; jobs: CloudJobs },
  secrets: Pick<SecretsStore, 'find' | 'announce'>,
): Map<string, object> {
  const scheduled = jobs.schedules.map(({ functionId, input }): [string, object] => [
    functionId,
    z.parse(z.looseObject({}), JSON.parse(input)),
  ])
  const rotating = jobs.rotations.map(({ functionId, secret }): [string, object] => {
    const found = secrets.find(secret)
    if (!found) throw new Error(`there is no secret ${secret}`)
    const ClientRequestToken = secrets.announce(found.secret)
    return [functionId, { Step: 'createSecret', SecretId: secretArn(secret), ClientRequestToken }]
  })
  const started = new Map([...scheduled, ...rotating])
  const eventFor = (id: string, name: string): object => {
    const domain = domains.find((one) => one.name === name)
    const event = chosen[name] ?? (domain ? firstRead(domain) : started.get(id))
    if (!event) throw new Error(`nobody has said what ${name} is asked`)
    return event
  }
  return new Map(
    [...functions].map(([id, spec]) => [
      id,
      eventFor(id, spec.name.replace(functionName(localConfig, ''), '')),
    ]),
  )
}

/** The first path of a domain that can be asked without an id; staff's is refused without a login. */
function firstRead({ name, operations }: Domain): object {
  const read = Object.values(operations).find(({ method, path }) => method === 'GET' && !path.includes(':'))
  if (!read) throw new Error(`nobody has said what ${name} is asked`)
  return eventOf(read.path, {})
}
