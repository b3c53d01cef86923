/** What visitors are shown, put together from all that they can read: it says nowhere something else than elsewhere. */
import { gallerySchema, hallSchema } from '../../../../functions/exhibition/contract'
import {
  bulletinSchema,
  bulletinSearchResponseSchema,
  bulletinsResponseSchema,
} from '../../../../functions/exhibition/contract/bulletins'
import { kindOfId } from '../../../../functions/exhibition/contract/kinds'
import type { Block } from '../../../../functions/shared/blocks/block'
import type { ShownBlock } from '../../../../functions/shared/blocks/shown'
import * as z from '../../../../functions/shared/zod'
import type { createExhibitionWorld } from '../kit'

export const categories = ['notice', 'funding'] as const

/** `gallery`: of a bulletin its category. `isListed`: everywhere else where it has to be, as it is there. */
export type Shown = { id: string; gallery: string; words: string; isListed: boolean }
type World = Pick<ReturnType<typeof createExhibitionWorld>, 'api'>

/** Below a city's address; null: there is nothing. */
export type Phone = (target: string) => Promise<unknown>
/** Somebody's phone: it asks by the ETag for what it has, and shows that where nothing is said to have changed. */
export const phoneOf = ({ api }: World, region: string): Phone => {
  const kept = new Map<string, { etag: string; value: unknown }>()
  return async (target) => {
    const known = kept.get(target)
    const headers = { 'accept-encoding': 'br', ...(known && { 'if-none-match': known.etag }) }
    const answer = await api.get(`/api/exhibition/${region}${target}`, headers)
    if (answer.status === 304) return known?.value
    if (answer.status === 404) return null
    if (answer.status !== 200) throw new Error(`${target} was answered ${answer.status}`)
    const value = answer.json()
    kept.set(target, { etag: answer.headers.etag ?? '', value })
    return value
  }
}

/** Those that somebody saved: the first block of what people write here. */
export const wordsOf = ([block]: readonly (Block | ShownBlock)[]): string =>
  block?.type === 'text' ? block.text : ''

/** In their galleries, and in the hall's list of them. */
export const exhibitsShownBy = async (phone: Phone): Promise<Shown[]> => {
  const hall = z.parse(hallSchema, await phone(''))
  const rooms = await Promise.all(
    hall.galleries.map(async ({ gallery: name, exhibits: listed }) => ({
      name,
      listed,
      exhibits: z.parse(gallerySchema, await phone(`/galleries/${name}`)).exhibits,
    })),
  )
  return rooms.flatMap(({ name, listed, exhibits }) =>
    exhibits.map(({ id, blocks }) => ({
      id,
      gallery: name,
      words: wordsOf(blocks),
      isListed: listed.some((one) => one.id === id),
    })),
  )
}

/**
 * In the list of their category, in that of all, by a search, and one by one. What only one of them shows is not listed.
 *
 * @param known ids of entries, which are asked for although nothing lists them
 */
export const bulletinsShownBy = async (phone: Phone, known: readonly string[]): Promise<Shown[]> => {
  const listOf = async (query = '') =>
    z.parse(bulletinsResponseSchema, await phone(`/bulletins${query}`)).bulletins
  const { found } = z.parse(bulletinSearchResponseSchema, await phone('/bulletin-search?q=words'))
  const all = await listOf()
  const lists = await Promise.all(
    categories.map(async (name) => (await listOf(`?category=${name}`)).map(({ id }) => ({ id, name }))),
  )
  const listed = lists.flat()
  const named = new Set([...all, ...found, ...listed].map(({ id }) => id))
  const ids = new Set([...named, ...known.filter((id) => kindOfId(id) === 'bulletin')])
  const shown = [...ids].map(async (id): Promise<Shown[]> => {
    const bulletin = z.parse(z.nullable(bulletinSchema), await phone(`/bulletins/${id}`))
    if (bulletin === null && !named.has(id)) return []
    const words = bulletin ? wordsOf(bulletin.blocks) : ''
    const hits = found.filter((one) => one.id === id)
    const isFound = hits.length === 1 && hits.every(({ excerpt }) => textOf(excerpt).endsWith(words))
    const isListed = isFound && bulletin !== null && all.filter((one) => one.id === id).length === 1
    const names = listed.filter((one) => one.id === id).map(({ name }) => name)
    return (names.length > 0 ? names : ['no category']).map((gallery) => ({ id, gallery, words, isListed }))
  })
  return (await Promise.all(shown)).flat()
}

const textOf = (pieces: readonly { text: string }[]): string => pieces.map(({ text }) => text).join('')
