/** Bulletins as the server answers them; those that were opened are kept for when there is no network. */
import { bulletinIdSchema } from '@common/blocks/block'
import { cityOf } from '@common/city-of'
import { err, ok } from '@common/result'
import * as z from '@common/zod'
import { type Bulletin, bulletinCardSchema, bulletinSchema } from '@functions/exhibition/contract/bulletins'
import type { BulletinCategory } from '@functions/exhibition/contract/categories'
import { bulletin, bulletinSearch, bulletins } from '@functions/exhibition/endpoints/bulletins'
import { call, callOf, request } from '@/shared/api/request'
import { createKeptDocuments } from '@/shared/query/kept-documents'
import { createLastSeen } from '@/shared/query/last-seen'
import { createRemote, type Remote } from '@/shared/query/remote'
import { phoneStore } from '@/shared/storage/storage'
import { fresh, useCurrent } from '../current'

/** Three of each last character: some hundred bulletins, none of them under a name that would grow too large for WeChat. */
const kept = createKeptDocuments(
  phoneStore,
  (id) => `bulletin.${id.slice(-1)}`,
  bulletinSchema,
  async (id, etag) => {
    // A link that was cut or mistyped: the server could only say that the request is wrong.
    if (!bulletinIdSchema.safeParse(id).success) return err({ code: 'unknown-bulletin' as const })
    return request(callOf(bulletin, { params: { region: cityOf(id), id } }, { etag }))
  },
)
const documents = createRemote(kept.fetch, { fresh, seen: kept.seen })

export const useBulletin = (id: string): Remote<Bulletin> & { retry: () => void } => useCurrent(documents, id)

/** The first page of each list that was looked at. */
export const seenLists = createLastSeen(
  phoneStore,
  'bulletins',
  z.object({ items: z.array(bulletinCardSchema), cursor: z.nullable(z.string()) }),
)

export async function fetchBulletins(region: string, category: BulletinCategory | null, cursor?: string) {
  const query = { category: category ?? undefined, cursor }
  const answer = await call(bulletins, { params: { region }, query })
  return answer.ok ? ok({ items: answer.value.bulletins, cursor: answer.value.cursor }) : answer
}

export const searchIn = (region: string, q: string) =>
  call(bulletinSearch, { params: { region }, query: { q } })
