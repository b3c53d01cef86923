/** What visitors read: documents that are stored as they are sent. */

import { codedAnswer, notModified } from '../../shared/http/coded-response'
import { gzip, unbrotli } from '../../shared/http/compression'
import type { RequestHeaders } from '../../shared/http/messages'
import type { Coding } from '../../shared/http/negotiate'
import type { HandlerOf } from '../../shared/http/router'
import { err, ok } from '../../shared/result'
import type { exhibitionOperations } from '../operations'
import type { ExhibitionService } from '../service'
import { fundName } from '../service/writers/fund'
import { hallName } from '../service/writers/hall'
import type { StoredDocument } from '../store/documents'

type Operations = typeof exhibitionOperations
type Reads = Pick<ExhibitionService, 'readHeads' | 'readDocument'>

/** What is due by a schedule is on phones within two minutes, one of which its publication may take. */
export const caching = 'public, max-age=30'

export const handleHall =
  (reads: Reads): HandlerOf<Operations['hall']> =>
  async ({ params: { region }, headers }) => {
    const answer = await answerWith(reads, { region, name: hallName, headers })
    return answer ?? err({ code: 'unknown-exhibition' })
  }

export const handleGallery =
  (reads: Reads): HandlerOf<Operations['gallery']> =>
  async ({ params: { region, gallery }, headers }) => {
    // The hall's document is kept under a name that an address may hold.
    const answer = gallery === hallName ? null : await answerWith(reads, { region, name: gallery, headers })
    return answer ?? err({ code: 'unknown-gallery' })
  }

export const handleFund =
  (reads: Reads): HandlerOf<Operations['fund']> =>
  async ({ params: { region }, headers }) => {
    const answer = await answerWith(reads, { region, name: fundName, headers })
    return answer ?? err({ code: 'unknown-fund' })
  }

type Asked = { region: string; name: string; headers: RequestHeaders }

/** A client that has it costs one read of half a unit. Null: there is no such document. */
const answerWith = async ({ readHeads, readDocument }: Reads, { region, name, headers }: Asked) => {
  const head = (await readHeads(region, { consistent: false }))?.documents[name]
  if (!head) return null
  const unchanged = notModified(headers, { tag: head.tag, caching })
  if (unchanged) return ok({ response: unchanged })
  const stored = await readDocument(region, name)
  if (!stored) return null
  const document = (coding: Coding) => storedIn(stored, coding)
  return codedAnswer(headers, { tag: stored.tag, caching, mediaType: 'application/json', document })
}

export const storedIn = async ({ bytes }: StoredDocument, coding: Coding): Promise<Uint8Array> => {
  if (coding === 'br') return bytes
  const plain = await unbrotli(bytes)
  return coding === 'gzip' ? gzip(plain) : plain
}
