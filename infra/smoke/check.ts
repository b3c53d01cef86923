/** What is asked of a deployment after it was made. Nothing here writes: what is sent beyond reading is sent to be refused. */

/** `not checked`: what it needs is missing; reported as such, and not as a success. */
export type Found = { state: 'ok' | 'failed' | 'not checked'; says: string }

export type RequestOptions = { method?: string; headers?: Record<string, string>; body?: string }
export type Answer = { status: number; headers: Headers; text: string }

/** An alarm as CloudWatch has it. */
export type AlarmState = { name: string; isArmed: boolean; state: string }

/** What only the cloud can tell. */
export type Cloud = {
  /** Lines of a domain's log that name this request, once there are any; empty where none came in time. */
  logOf: (domain: string, requestId: string) => Promise<string[]>
  alarms: () => Promise<AlarmState[]>
}

export type Deployment = {
  /** `https://…`, without a slash at the end. */
  url: string
  /** The API's own address, behind CloudFront; null where it is not known. */
  gateway: string | null
  /** Null without credentials of its account. */
  cloud: Cloud | null
  ask: (address: string, options?: RequestOptions) => Promise<Answer>
  clock: () => number
}
export type Check = { name: string; look: (deployment: Deployment) => Promise<Found> }

export const ok = (says: string): Found => ({ state: 'ok', says })
export const failed = (says: string): Found => ({ state: 'failed', says })
export const notChecked = (says: string): Found => ({ state: 'not checked', says })

/** `ok` where nothing is wrong. */
export const judged = (wrong: readonly (string | false | undefined)[], says: string): Found => {
  const found = wrong.filter((each) => typeof each === 'string')
  return found.length === 0 ? ok(says) : failed(found.join('; '))
}

/** One after the other; what throws has failed. */
export const runChecks = async (
  checks: readonly Check[],
  deployment: Deployment,
  tell: (name: string, found: Found) => void,
): Promise<Found[]> => {
  const all: Found[] = []
  for (const { name, look } of checks) {
    const found = await look(deployment).catch((error: unknown) =>
      failed(error instanceof Error ? `${error.message}${because(error)}` : String(error)),
    )
    tell(name, found)
    all.push(found)
  }
  return all
}

const because = ({ cause }: Error) => (cause instanceof Error ? `: ${cause.message}` : '')
