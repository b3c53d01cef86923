/**
 * The kinds of entries. A new one: a file in `kinds/` with its schema and what it says of itself, its lines in this file, its writer in
 * `service/writers.ts` (which documents of visitors show it), and its line in the tables of the desk (`miniapp/src/exhibition/desk/view.ts`). What
 * misses one of them does not compile.
 */
import * as z from '../../shared/zod'
import { bulletinContentSchema, bulletinKind } from './kinds/bulletin'
import { exhibitContentSchema, exhibitKind } from './kinds/exhibit'
import { fundContentSchema, fundKind } from './kinds/fund'
import { galleryContentSchema, galleryKind } from './kinds/gallery'
import type { Card, EntryFinding, Kind } from './kinds/kind'
import type { Written } from './kinds/written'

export const entryKinds = ['exhibit', 'gallery', 'fund', 'bulletin'] as const
export type EntryKind = (typeof entryKinds)[number]

/** As it is stored. */
export const contentSchema = z.discriminatedUnion('kind', [
  exhibitContentSchema,
  galleryContentSchema,
  fundContentSchema,
  bulletinContentSchema,
])
export type Content = z.infer<typeof contentSchema>
export type ContentOf<K extends EntryKind> = Extract<Content, { kind: K }>

type Contents = { [K in EntryKind]: ContentOf<K> }
const kinds: { [K in EntryKind]: Kind<Contents[K]> } = {
  exhibit: exhibitKind,
  gallery: galleryKind,
  fund: fundKind,
  bulletin: bulletinKind,
}

/** A content whose kind is the key of its description: the compiler knows that the two belong together. */
type OfKind<K extends EntryKind> = { kind: K } & Contents[K]

export const cardOf = <K extends EntryKind>(content: OfKind<K>): Card => kinds[content.kind].cardOf(content)
export const titleOf = (content: Content): string => cardOf(content).title
export const nameOf = <K extends EntryKind>(content: OfKind<K>): string | null =>
  kinds[content.kind].nameOf(content)
export const textsIn = <K extends EntryKind>(content: OfKind<K>): Written[] =>
  kinds[content.kind].textsOf(content)
export const findingsOf = <K extends EntryKind>(content: OfKind<K>): EntryFinding[] =>
  kinds[content.kind].findingsIn(content)

/** `{adcode}-{kind}-{name}`. */
export const entryIdSchema = z
  .string()
  .check(z.regex(new RegExp(`^[1-9]\\d{5}-(${entryKinds.join('|')})-[0-9a-z-]{1,40}$`)))
/** That of its id. */
export const kindOfId = (id: string): EntryKind | null =>
  entryKinds.find((kind) => id.startsWith(`${kind}-`, 'adcode-'.length)) ?? null
