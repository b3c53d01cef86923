/**
 * What a person said is wrong with a place. Without a network it waits on the phone and goes out by itself later; the
 * server counts the same words of the same source once a day, so that sending twice does no harm. The reporter is sent
 * only where the points are to go to them, and a report that waited never goes out in another person's name.
 */
import type { Result } from '@common/result'
import * as z from '@common/zod'
import { personIdSchema } from '@contract/identity'
import { keptReportSchema, type ReportRequest, type ReportResponse } from '@contract/places'
import { placeIdSchema } from '@contract/shared'
import * as endpoints from '@functions/places/endpoints/place'
import { sameSubject } from '@functions/places/rules/subject'
import { refusesPerson } from '@/shared/api/doubt'
import { call, type Failure } from '@/shared/api/request'
import { onOnline } from '@/shared/platform/offline-state'
import { session } from '@/shared/session/session'
import { phoneStore, storedValue, type TextStore } from '@/shared/storage/storage'

/** No network: `kept`, it waits on the phone; `held`, the phone keeps nothing, and it waits until the program is closed. */
export type Sent =
  | { status: 'counted'; doubtful: boolean; credited: boolean }
  | { status: 'repeated' }
  | { status: 'kept' }
  | { status: 'held' }
  | { status: 'refused'; failure: Failure }

type Deps = {
  send(id: string, body: ReportRequest): Promise<Result<ReportResponse, Failure>>
  storage: TextStore
  /** Who is logged in; null for nobody. */
  person(): string | null
}

/** `person`: to whom the points are to go; absent where nobody asked for them. */
const waitingSchema = z.array(
  z.object({ id: placeIdSchema, body: keptReportSchema, person: z.optional(personIdSchema) }),
)
type Waiting = z.infer<typeof waitingSchema>[number]
/** As many as the server takes in a day. */
const mostWaiting = 20

export function createReports(deps: Deps) {
  const stored = storedValue(deps.storage, 'reports', 1, waitingSchema)
  const waiting = () => stored.read() ?? []
  let flushing = false

  async function send(id: string, body: ReportRequest): Promise<Sent> {
    const answer = await deps.send(id, body)
    const others = waiting().filter((one) => !isSame(one, { id, body }))
    if (!answer.ok)
      return waitsForNetwork(answer.error) ? put(others, { id, body }, answer.error) : refused(answer.error)
    // What was said with a network need not be said again by the one that waited.
    if (others.length < waiting().length) stored.write(others)
    const { counted, doubts, credited } = answer.value
    if (!counted) return { status: 'repeated' }
    return {
      status: 'counted',
      doubtful: doubts.some((doubt) => sameSubject(doubt, body)),
      credited: credited === true,
    }
  }

  /** One that waited before is never pushed out, and nothing is reported as stored that is not. */
  function put(others: Waiting[], { id, body }: Waiting, failure: Failure): Sent {
    if (others.length >= mostWaiting) return refused(failure)
    const person = body.credit ? deps.person() : null
    const one = { id, body, ...(person ? { person } : {}) }
    if (stored.write([...others, one])) return { status: 'kept' }
    const text = JSON.stringify(one)
    return waiting().some((other) => JSON.stringify(other) === text) ? { status: 'held' } : refused(failure)
  }

  /** Sends what waits, in order, until the network fails again; what the server will never take is dropped. */
  async function flush(): Promise<void> {
    if (flushing) return
    flushing = true
    for (const one of waiting()) {
      const answer = await deps.send(one.id, bodyFor(one, deps.person()))
      if (!answer.ok && isTransient(answer.error)) break
      // Compared as written: newer words about the same thing may have come meanwhile.
      const text = JSON.stringify(one)
      stored.write(waiting().filter((other) => JSON.stringify(other) !== text))
    }
    flushing = false
  }

  return { send, flush, waiting }
}

/** Without the points where somebody else, or nobody, is logged in by now: what was seen is worth telling all the same. */
function bodyFor({ body, person }: Waiting, now: string | null): ReportRequest {
  if (!body.credit || person === now) return body
  const { credit: _, ...plain } = body
  return plain
}

function isSame(one: Waiting, other: Waiting): boolean {
  return one.id === other.id && sameSubject(one.body, other.body)
}

function refused(failure: Failure): Sent {
  return { status: 'refused', failure }
}

function waitsForNetwork({ code }: Failure): boolean {
  return code === 'offline' || code === 'timeout' || code === 'unavailable'
}

/**
 * What a better network or a better hour may mend, and a refusal of who asked: the next flush sends it without the points.
 * A person who is looking at the form sees the failure instead, unless only the network is missing.
 */
function isTransient(failure: Failure): boolean {
  return (
    waitsForNetwork(failure) ||
    failure.code === 'rate-limited' ||
    failure.code === 'report-conflict' ||
    refusesPerson(failure)
  )
}

export const reports = createReports({
  // The server does not learn who reports, unless the points are to go to them.
  send: (id, body) => call(endpoints.reports, { params: { id }, body }, { asPerson: body.credit === true }),
  storage: phoneStore,
  person: () => session.get().me?.id ?? null,
})

/** Once, when the program starts: what waits goes out then, and whenever the network comes back. */
export function sendWaitingReports(): void {
  onOnline(() => void reports.flush())
  void reports.flush()
}
