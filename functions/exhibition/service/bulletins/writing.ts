/** What a publication or a withdrawal of a bulletin changes of what visitors read. */
import type { MediaReads } from '../../../media/fragments'
import type { Write } from '../../../shared/aws/table'
import { err, ok, type Result } from '../../../shared/result'
import type { BulletinContent } from '../../contract/kinds/bulletin'
import { bulletinOf, rowOf, searchedOf } from '../../rules/bulletins/documents'
import type { Searched } from '../../rules/bulletins/search'
import type { EntryItem } from '../../rules/entry'
import type { ExhibitionStore } from '../../store'
import { packNumberOf } from '../../store/bulletins'
import { mediaIn, resolvedFor } from '../media'
import { isRetitled, namedIn, readNamers, titlesOf } from '../named'
import { packDocument } from '../pack'
import { packWords, unpackWords } from './words'

type Store = Pick<ExhibitionStore, 'entries' | 'bulletins' | 'documents' | 'naming'>
type Public = { content: BulletinContent; at: string }

export const bulletinWriter = ({ entries, bulletins, documents, naming }: Store, media: MediaReads) => {
  const publicOf = async ({ id, live }: EntryItem): Promise<Public | null> => {
    const version = live && (await entries.readVersion(id, live.version))
    return version?.content.kind === 'bulletin' && live ? { content: version.content, at: live.at } : null
  }

  /** `changed`: another one, as it will be. */
  const packed = async (id: string, region: string, content: BulletinContent, changed?: EntryItem) => {
    const resolved = await resolvedFor(media, region, mediaIn(content))
    const titles = await titlesOf(entries, region, namedIn(content), changed)
    return packDocument(id, bulletinOf(region, id, content, { ...resolved, bulletins: titles }))
  }

  /** The documents of those that name one whose title is another now, or which is not public any more. */
  const renamed = async (changed: EntryItem) => {
    const namers = (await readNamers({ entries, naming }, changed.id)).filter(
      ({ kind }) => kind === 'bulletin',
    )
    const written = namers.map(async (one) => {
      const shown = await publicOf(one)
      return shown ? [await packed(one.id, one.region, shown.content, changed)] : []
    })
    return (await Promise.all(written)).flat()
  }

  /** Its pack with what is public of it now. */
  const repack = async (region: string, id: string, written: number, now: Searched | null) => {
    const number = packNumberOf(id)
    const [pack] = await bulletins.readPacks(region, [number], { consistent: true })
    const others = (pack ? await unpackWords(pack.bytes) : []).filter((one) => one.id !== id)
    return { number, written, bytes: await packWords(now ? [...others, now] : others) }
  }

  return {
    /** Fragments, of which the first is refused where another bulletin was published or withdrawn meanwhile. */
    async rewrite(before: EntryItem, after: EntryItem): Promise<Result<Write[], 'gallery-full'>> {
      const { id, region } = after
      const heads = await bulletins.readHeads(region, { consistent: true })
      const [was, is] = await Promise.all([publicOf(before), publicOf(after)])
      const document = is && (await packed(id, region, is.content))
      if (document === 'too-large') return err('gallery-full')
      const others = isRetitled(before, after) ? await renamed(after) : []
      if (others.includes('too-large')) return err('gallery-full')
      const rows = {
        was: was && rowOf(id, was.at, was.content),
        is: is && rowOf(id, is.at, is.content),
      }
      const searched = is && searchedOf(id, is.content)
      const pack = await repack(region, id, (heads?.sequence ?? 0) + 1, searched)
      return ok([
        ...bulletins.writes({ region, before: heads, ...rows, pack }),
        document ? documents.putOwn(region, document) : documents.removeOwn(region, id),
        ...others.flatMap((other) => (other === 'too-large' ? [] : documents.putOwn(region, other))),
      ])
    },
  }
}
