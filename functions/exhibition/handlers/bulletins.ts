/** Bulletins, as visitors read them. The number of the last publication is the tag of all that is made of several. */

import { codedAnswer, notModified, tagOfContent } from '../../shared/http/coded-response'
import { inCoding } from '../../shared/http/compression'
import { badCursor, readSortCursor, sortCursorOf } from '../../shared/http/cursor'
import type { RequestHeaders } from '../../shared/http/messages'
import type { Failure } from '../../shared/http/problems'
import type { HandlerOf, Reply } from '../../shared/http/router'
import { err, ok, type Result } from '../../shared/result'
import type { exhibitionOperations } from '../operations'
import type { BulletinRow } from '../rules/bulletins/documents'
import { atomFeed, type Feed, jsonFeed, type Place, rssFeed } from '../rules/bulletins/feeds'
import { searchBulletins } from '../rules/bulletins/search'
import type { ExhibitionService } from '../service'
import type { BulletinHeads } from '../store/bulletins'
import { caching, storedIn } from './exhibition'

type Operations = typeof exhibitionOperations
type Reads = Pick<ExhibitionService, 'readDocument' | 'readBulletinHeads' | 'listBulletins' | 'searchable'>
/** `version`: of the build, whose documents may look different. */
type Dependencies = { reads: Reads; version: string }

const buildOf = ({ version }: Pick<Dependencies, 'version'>): string => tagOfContent(Buffer.from(version))

const pageLimit = 20
const rowSorts = /^\d{4}-\d{2}-\d{2}#\d{6}-bulletin-[0-9a-z-]{1,40}$/

export const handleBulletins = (dependencies: Dependencies): HandlerOf<Operations['bulletins']> => {
  const { reads } = dependencies
  const build = buildOf(dependencies)
  return async ({ params: { region }, query: { category, cursor }, headers }) => {
    const from = readSortCursor(cursor, rowSorts)
    if (!from.ok) return err(badCursor)
    const heads = await reads.readBulletinHeads(region, { consistent: false })
    return answerOf({ headers, heads, build, mediaType: 'application/json' }, async () => {
      const page = { from: from.value, limit: pageLimit }
      const { rows, next } = await reads.listBulletins(region, category ?? null, page)
      return JSON.stringify({ bulletins: rows.map(cardOf), cursor: sortCursorOf(next) })
    })
  }
}

const cardOf = ({ id, category, title, date, summary, honour }: BulletinRow) => ({
  ...{ id, category, title, date, summary, honour },
})

export const handleBulletin =
  ({ readDocument }: Pick<Reads, 'readDocument'>): HandlerOf<Operations['bulletin']> =>
  async ({ params: { region, id }, headers }) => {
    const stored = await readDocument(region, id)
    if (!stored) return err({ code: 'unknown-bulletin' })
    return codedAnswer(headers, {
      tag: stored.tag,
      caching,
      mediaType: 'application/json',
      document: (coding) => storedIn(stored, coding),
    })
  }

export const handleBulletinSearch = (dependencies: Dependencies): HandlerOf<Operations['bulletinSearch']> => {
  const { reads } = dependencies
  const build = buildOf(dependencies)
  return async ({ params: { region }, query: { q }, headers }) => {
    const heads = await reads.readBulletinHeads(region, { consistent: false })
    return answerOf({ headers, heads, build, mediaType: 'application/json' }, async () =>
      JSON.stringify(searchBulletins(await reads.searchable(region, heads), q)),
    )
  }
}

type FeedKind = { ending: string; mediaType: string; write: (feed: Feed, place: Place) => string }
export const rss: FeedKind = {
  ending: 'rss',
  mediaType: 'application/rss+xml; charset=utf-8',
  write: rssFeed,
}
export const atom: FeedKind = {
  ending: 'atom',
  mediaType: 'application/atom+xml; charset=utf-8',
  write: atomFeed,
}
export const json: FeedKind = { ending: 'json', mediaType: 'application/feed+json', write: jsonFeed }

type FeedHandler = HandlerOf<Operations['bulletinsRss']> & HandlerOf<Operations['bulletinsJsonFeed']>

/** Not there where the deployment does not know the address of its site, which a feed's links need. */
export const handleFeed = (
  dependencies: Dependencies & { publicOrigin: string | undefined },
  { ending, mediaType, write }: FeedKind,
): FeedHandler => {
  const { reads, publicOrigin } = dependencies
  const build = buildOf(dependencies)
  return async ({ params: { region }, query: { category }, headers }) => {
    if (publicOrigin === undefined) return err({ code: 'not-found' })
    const heads = await reads.readBulletinHeads(region, { consistent: false })
    if (!heads) return err({ code: 'unknown-exhibition' })
    return answerOf({ headers, heads, build, mediaType }, async () => {
      const { rows } = await reads.listBulletins(region, category ?? null, { from: null, limit: pageLimit })
      const path = `/api/exhibition/${region}/bulletins.${ending}${category ? `?category=${category}` : ''}`
      return write({ region, category, updated: heads.at, rows }, { origin: publicOrigin, path })
    })
  }
}

/** `build`: digest of its version. */
type Answering = { headers: RequestHeaders; heads: BulletinHeads | null; build: string; mediaType: string }

/** Whoever has it costs the read of the heads. */
const answerOf = async (
  { headers, heads, build, mediaType }: Answering,
  write: () => Promise<string>,
): Promise<Result<Reply<never>, Failure<never>>> => {
  const tag = `${build}.${heads?.sequence ?? 0}`
  const unchanged = notModified(headers, { tag, caching })
  if (unchanged) return ok({ response: unchanged })
  const plain = Buffer.from(await write())
  const document = (coding: Parameters<typeof inCoding>[1]) => inCoding(plain, coding)
  return codedAnswer(headers, { tag, caching, mediaType, document })
}
