/** The hall of a city as the server shows it, kept for when there is no network. */
import { type Hall, hallSchema } from '@contract/exhibition'
import { hall } from '@functions/exhibition/endpoints/hall'
import { callOf, request } from '@/shared/api/request'
import { createKeptDocuments } from '@/shared/query/kept-documents'
import { createRemote, type Remote } from '@/shared/query/remote'
import { phoneStore } from '@/shared/storage/storage'
import { fresh, useCurrent } from './current'

const kept = createKeptDocuments(
  phoneStore,
  () => 'hall',
  hallSchema,
  (region, etag) => request(callOf(hall, { params: { region } }, { etag })),
)

/** By region. */
const halls = createRemote(kept.fetch, { fresh, seen: kept.seen })

/** Null asks for nothing yet. */
export const useHall = (region: string | null): Remote<Hall> & { retry: () => void } =>
  useCurrent(halls, region)
