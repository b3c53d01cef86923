/** How much is watched and kept secret, as far as it costs by the month: it follows from the domains. */
import { domains } from '../functions/domains'
import type { Domain, Job } from '../functions/shared/declaration/domain'
import { sharedEvents } from '../functions/shared/declaration/event-alarms'
import { hasOwnStack } from './names'

const isShared = (event: string) => sharedEvents.some((shared) => shared.event === event)
/** Events counted by themselves: a domain with a stack of its own counts those that all have together with the others. */
const ownEvents = (domain: Domain) =>
  domain.alarms.filter(({ event }) => !hasOwnStack(domain) || !isShared(event)).length
const counting = domains.filter(hasOwnStack)
const countedTogether = new Set(
  counting.flatMap((domain) => domain.alarms.map(({ event }) => event)).filter(isShared),
)

/** Failing and slow; refused executions where they are reserved; failed for good and silent where a clock starts it. */
const alarmsOfJob = (job: Job) =>
  2 + ('called' in job && job.concurrency !== undefined ? 1 : 0) + ('schedules' in job ? 2 : 0)
const alarmsOfDomain = (domain: Domain) =>
  2 +
  (domain.concurrency === undefined ? 0 : 1) +
  (domain.table ? 2 : 0) +
  ownEvents(domain) +
  sum(domain.jobs.map(alarmsOfJob))

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)

/** Errors, refusals and latency of the API, answers 429, and executions refused in the account. */
const commonAlarms = 5

/** Those of the events that all have are made with the first domain that has a stack of its own. */
const alarmsTogether = counting.length > 0 ? sharedEvents.length : 0

export const alarms = commonAlarms + alarmsTogether + sum(domains.map(alarmsOfDomain))
/** Metrics counted from logs: answers 429 among them. */
export const logMetrics = 1 + countedTogether.size + sum(domains.map(ownEvents))
/** The origin's, WeChat's, and those of the domains. */
export const secrets = 2 + sum(domains.map(({ ownSecrets }) => ownSecrets.length))
