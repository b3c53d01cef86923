/**
 * Public documents that the server answers with an ETag, kept on the phone as they came: shown without a network, and asked
 * for again by their ETag, so that what did not change is not sent again. A browser would do so by itself; WeChat does not.
 */
import { err, ok, type Result } from '@common/result'
import * as z from '@common/zod'
import type { Answer, Failure } from '@/shared/api/http'
import { storedValue, type TextStore } from '@/shared/storage/storage'
import type { LastSeen } from './last-seen'

/** Without an ETag where an earlier version kept it, which kept only what it knew: then all of it is asked for anew. */
const keptSchema = z.object({
  name: z.string(),
  value: z.unknown(),
  readAt: z.number(),
  etag: z.optional(z.string()),
})
type Kept = z.infer<typeof keptSchema>

/** Cities whose documents one phone looks at. */
const most = 3

export type KeptDocuments<T> = {
  fetch(name: string): Promise<Result<T, Failure>>
  seen: Pick<LastSeen<T>, 'read' | 'write'>
}

/**
 * @param under where a document of that name is kept: `hall` is `seen.hall`
 * @param ask with the ETag of what is kept; null: whatever there is
 */
export function createKeptDocuments<T>(
  store: TextStore,
  under: (name: string) => string,
  schema: z.ZodMiniType<T>,
  ask: (name: string, etag: string | null) => Promise<Result<Answer<T>, Failure>>,
): KeptDocuments<T> {
  /** As the last answer brought them, until they are written. */
  const came = new Map<string, Pick<Kept, 'value' | 'etag'>>()
  const stored = (name: string) => storedValue(store, `seen.${under(name)}`, 1, z.array(keptSchema))
  const keptOf = (name: string) =>
    stored(name)
      .read()
      ?.find((one) => one.name === name)

  function read(name: string) {
    const kept = keptOf(name)
    const parsed = schema.safeParse(kept?.value)
    return kept && parsed.success ? { ...kept, document: kept.value, value: parsed.data } : null
  }

  return {
    async fetch(name) {
      const kept = read(name)
      const answer = await ask(name, kept?.etag ?? null)
      if (!answer.ok) return answer
      if (answer.value.state === 'unchanged') {
        if (!kept) return err({ code: 'bad-answer' })
        came.set(name, { value: kept.document, etag: kept.etag })
        return ok(kept.value)
      }
      const { document, etag, value } = answer.value
      came.set(name, { value: document, ...(etag === null ? {} : { etag }) })
      return ok(value)
    },
    seen: {
      read,
      write(name, value, readAt) {
        const others = (stored(name).read() ?? []).filter((one) => one.name !== name)
        const next = { name, readAt, ...(came.get(name) ?? { value }) }
        came.delete(name)
        stored(name).write([next, ...others].slice(0, most))
      },
    },
  }
}
