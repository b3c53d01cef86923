/** The hall of a city as the server shows it, kept for when there is no network. */
import { type Hall, hallSchema } from '@contract/exhibition'
import { hall } from '@functions/exhibition/endpoints/hall'
import { createLastSeen } from '@/shared/query/last-seen'
import { createRemote, type Remote, useRemote } from '@/shared/query/remote'
import { call } from '@/shared/request'
import { phoneStore } from '@/shared/storage'

/** ms: a publication is seen on phones within two minutes. */
const fresh = 60_000

/** By region. */
const halls = createRemote((region) => call(hall, { params: { region } }), {
  fresh,
  seen: createLastSeen(phoneStore, 'hall', hallSchema),
})

/** Null asks for nothing yet. */
export const useHall = (region: string | null): Remote<Hall> & { again: () => void } =>
  useRemote(halls, region)
