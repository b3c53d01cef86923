/**
 * What a person said is wrong with a place. Without a network it waits on the phone and goes out by itself later; the
 * server counts the same words of the same source once a day, so that sending twice does no harm. Who reports is told
 * only where the points are to go to them, and a report that waited never goes out in another person's name.
 */
import type { Result } from '@common/result'
import * as z from '@common/zod'
import { personIdSchema } from '@contract/identity'
import { type ReportRequest, reportRequestSchema } from '@contract/places'
import { placeIdSchema } from '@contract/shared'
import type { Failure } from '@/shared/request'
import { session } from '@/shared/session'
import { kept, phoneStore, type TextStore } from '@/shared/storage'
import { type ReportAnswer, sendReport } from './api'

/** `kept`: no network, it waits on the phone. */
export type Sent =
  | { status: 'counted'; doubtful: boolean; credited: boolean }
  | { status: 'repeated' }
  | { status: 'kept' }
  | { status: 'refused'; failure: Failure }

type Deps = {
  send(id: string, body: ReportRequest): Promise<Result<ReportAnswer, Failure>>
  storage: TextStore
  /** Who is logged in; null for nobody. */
  person(): string | null
}

/** `person`: to whom the points are to go; absent where nobody asked for them. */
const waitingSchema = z.array(
  z.object({ id: placeIdSchema, body: reportRequestSchema, person: z.optional(personIdSchema) }),
)
type Waiting = z.infer<typeof waitingSchema>[number]
/** More than a day's allowance would be refused anyway. */
const mostWaiting = 20

export function createReports(deps: Deps) {
  const keep = kept(deps.storage, 'reports', 1, waitingSchema)
  const waiting = () => keep.read() ?? []
  let flushing = false

  async function send(id: string, body: ReportRequest): Promise<Sent> {
    const answer = await deps.send(id, body)
    if (answer.ok) {
      const { counted, doubts, credited } = answer.value
      return counted
        ? {
            status: 'counted',
            doubtful: doubts.some((doubt) => doubt.fact === body.fact),
            credited: credited === true,
          }
        : { status: 'repeated' }
    }
    if (!mayPass(answer.error)) return { status: 'refused', failure: answer.error }
    const others = waiting().filter((one) => one.id !== id || one.body.fact !== body.fact)
    const person = body.credit ? deps.person() : null
    keep.write([...others, { id, body, ...(person ? { person } : {}) }].slice(-mostWaiting))
    return { status: 'kept' }
  }

  /** Sends what waits, in order, until the network fails again; what the server refuses is dropped. */
  async function flush(): Promise<void> {
    if (flushing) return
    flushing = true
    for (const one of waiting()) {
      const answer = await deps.send(one.id, bodyFor(one, deps.person()))
      if (!answer.ok && mayPass(answer.error)) break
      keep.write(waiting().filter((other) => other.id !== one.id || other.body.fact !== one.body.fact))
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

/** What a better network or a better hour may mend. */
function mayPass({ code }: Failure): boolean {
  return code === 'offline' || code === 'timeout' || code === 'unavailable'
}

export const reports = createReports({
  send: sendReport,
  storage: phoneStore,
  person: () => session.get().me?.id ?? null,
})
