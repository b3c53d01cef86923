/** From the text of a bulletin to what visitors read and search. Pure. */
import { type Resolved, shownBlocks } from '../../../shared/blocks/resolve'
import type { Bulletin, ShownAttachment } from '../../contract/bulletins'
import { type BulletinContent, wordsBeside } from '../../contract/kinds/bulletin'
import type { Searched } from './search'

/** What a list shows. `at`: since when it is public, ISO 8601. */
export type BulletinRow = Pick<BulletinContent, 'category' | 'title' | 'date' | 'summary' | 'honour'> & {
  id: string
  at: string
}

export const rowOf = (id: string, at: string, content: BulletinContent): BulletinRow => {
  const { category, title, date, summary } = content
  return { id, at, category, title, date, summary, honour: honourOf(content) }
}

export const bulletinOf = (
  region: string,
  id: string,
  content: BulletinContent,
  resolved: Resolved,
): Bulletin => {
  const { category, title, date, summary, blocks } = content
  return {
    ...{ region, id, category, title, date, summary },
    attachments: content.attachments.flatMap((one) => shownAttachment(one, resolved) ?? []),
    honour: honourOf(content),
    blocks: shownBlocks(blocks, resolved),
  }
}

/** Of an uploaded file where it lies; null: it may not be shown. */
function shownAttachment(
  { title, address, media }: BulletinContent['attachments'][number],
  resolved: Resolved,
): ShownAttachment | null {
  if (media === undefined) return { title, address }
  const [file] = resolved.media.get(media)?.renditions ?? []
  return file ? { title, address: file.src, file: { type: file.type, bytes: file.bytes } } : null
}

/** A bulletin that was of another category once may still hold it. */
const honourOf = ({ category, honour }: BulletinContent) => (category === 'honour' ? honour : null)

export const searchedOf = (id: string, content: BulletinContent): Searched => {
  const { category, date, title } = content
  return { id, category, date, title, text: wordsBeside(content).join('\n') }
}
