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
import { packDocument } from '../pack'
import { packWords, unpackWords } from './words'

type Store = Pick<ExhibitionStore, 'entries' | 'bulletins' | 'documents'>
type Public = { content: BulletinContent; at: string }

export const bulletinWriter = ({ entries, bulletins, documents }: Store, media: MediaReads) => {
  const publicOf = async ({ id, live }: EntryItem): Promise<Public | null> => {
    const version = live && (await entries.readVersion(id, live.version))
    return version?.content.kind === 'bulletin' && live ? { content: version.content, at: live.at } : null
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
      const resolved = await resolvedFor(media, region, is ? mediaIn(is.content) : [])
      const document = is && (await packDocument(id, bulletinOf(region, id, is.content, resolved)))
      if (document === 'too-large') return err('gallery-full')
      const rows = {
        was: was && rowOf(id, was.at, was.content),
        is: is && rowOf(id, is.at, is.content),
      }
      const searched = is && searchedOf(id, is.content)
      const pack = await repack(region, id, (heads?.sequence ?? 0) + 1, searched)
      return ok([
        ...bulletins.writes({ region, before: heads, ...rows, pack }),
        document ? documents.putOwn(region, document) : documents.removeOwn(region, id),
      ])
    },
  }
}
