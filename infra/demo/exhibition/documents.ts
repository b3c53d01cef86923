/** What is attached to the bulletins of the demonstration: one page each, made of the bulletin itself. */
import type { ContentOf } from '../../../functions/exhibition/contract/kinds'
import { onePage } from './one-page'

type Written = ContentOf<'bulletin'>
export type DemoDocument = { id: string; title: string; pdf: () => Buffer }

/** An attachment that is uploaded; its page is made by `documentsOf`. */
export const attached = (adcode: string, name: string, title: string): Written['attachments'][number] => ({
  title,
  address: '',
  media: `${adcode}-demo-${name}`,
})

export const documentsOf = (bulletins: readonly { content: Written }[]): DemoDocument[] =>
  bulletins.flatMap(({ content }) =>
    content.attachments.flatMap(({ title, media }) =>
      media === undefined ? [] : [{ id: media, title, pdf: () => onePage(title, pageOf(content)) }],
    ),
  )

const pageOf = ({ title, date, blocks }: Written): string[][] => [
  [title],
  [`日期：${date}`],
  ...blocks.flatMap((block) =>
    block.type === 'table' ? [[block.caption], block.columns, ...block.rows] : [],
  ),
  ['演示文件：单位、人数和金额是编写的，不指任何真实的人和事。'],
]
