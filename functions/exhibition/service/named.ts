/** Bulletins that texts name: shown by their titles, as long as they are public. */
import type { Write } from '../../shared/aws/table'
import { bulletinsOf } from '../../shared/blocks/resolve'
import { type Content, kindOfId } from '../contract/kinds'
import type { EntryItem } from '../rules/entry'
import type { ExhibitionStore } from '../store'

type Store = Pick<ExhibitionStore, 'entries' | 'naming'>

/** A change of one is written to every bulletin that names it, all in one transaction, which holds a hundred writes. */
const mostNaming = 40

export const namedIn = (content: Content | undefined): string[] =>
  content && 'blocks' in content ? bulletinsOf(content.blocks) : []

/**
 * `bulletin-unusable`: one that the text names is not public, of another city, the text itself, or named by so many bulletins that no
 * other may.
 */
export async function namedProblem(
  { entries, naming }: Store,
  { id, region, kind }: Pick<EntryItem, 'id' | 'region' | 'kind'>,
  content: Content,
): Promise<'bulletin-unusable' | null> {
  const ids = namedIn(content)
  if (ids.length === 0) return null
  const titles = await titlesOf(entries, region, ids)
  const isKnown = ids.every((one) => one !== id && titles.has(one))
  if (!isKnown) return 'bulletin-unusable'
  if (kind !== 'bulletin') return null
  const namers = await Promise.all(ids.map(naming.readNaming))
  const isFull = namers.some((by) => !by.includes(id) && by.filter(isBulletin).length >= mostNaming)
  return isFull ? 'bulletin-unusable' : null
}

const isBulletin = (id: string) => kindOfId(id) === 'bulletin'

/** Titles of those that are public in the city, by id. `changed`: as it will be. */
export async function titlesOf(
  entries: Store['entries'],
  region: string,
  ids: readonly string[],
  changed?: EntryItem,
): Promise<Map<string, string>> {
  const found = ids.length === 0 ? [] : await entries.readMany(ids)
  const now = found.map((one) => (one.id === changed?.id ? changed : one))
  const shown = now.filter((one) => one.region === region)
  return new Map(shown.flatMap(({ id, live }) => (live ? [[id, live.card.title] as const] : [])))
}

/** Fragments: which bulletins the public text of an entry names after a change. */
export const namingWriter =
  ({ entries, naming }: Store) =>
  async (before: EntryItem, after: EntryItem): Promise<Write[]> => {
    const read = async ({ id, live }: EntryItem) =>
      namedIn((live && (await entries.readVersion(id, live.version)))?.content)
    const [was, is] = await Promise.all([read(before), read(after)])
    return naming.nameWrites(after.id, was, is)
  }

/** What is public of the texts that name a bulletin. */
export const readNamers = async ({ entries, naming }: Store, bulletin: string): Promise<EntryItem[]> => {
  const ids = (await naming.readNaming(bulletin)).filter((id) => id !== bulletin)
  return ids.length === 0 ? [] : (await entries.readMany(ids)).filter(({ live }) => live !== null)
}

/** Other texts show its title, or do not show it any more. */
export const isRetitled = (before: EntryItem, after: EntryItem): boolean =>
  before.live?.card.title !== after.live?.card.title
