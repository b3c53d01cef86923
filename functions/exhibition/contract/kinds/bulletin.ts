/** A bulletin (公益发布): what the centre tells everybody, by category and day. */
import { blocksSchema, mediaIdSchema } from '../../../shared/blocks/block'
import { findingsIn } from '../../../shared/blocks/findings'
import { linesOf } from '../../../shared/blocks/text'
import { daySchema, oneLine } from '../../../shared/contract'
import * as z from '../../../shared/zod'
import { bulletinCategories } from '../categories'
import type { EntryFinding, Kind } from './kind'
import { type Written, written, writtenInBlocks } from './written'

const line = (longest: number) => z.string().check(z.maxLength(longest), oneLine)

/** https and nothing else, as it may be opened from any page. */
const addressSchema = z.string().check(
  z.maxLength(500),
  z.refine((address) => address === '' || isHttps(address), { error: 'must be an address with https' }),
)
const isHttps = (address: string): boolean =>
  address.startsWith('https://') && !/[\s<>"]/.test(address) && URL.canParse(address)

export const mostAttachments = 10
/** A file that lies elsewhere, or one that was uploaded: then `address` is empty. */
const attachmentSchema = z
  .strictObject({ title: line(80), address: addressSchema, media: z.optional(mediaIdSchema) })
  .check(
    z.refine(({ address, media }) => media === undefined || address === '', {
      error: 'must be an address or an uploaded file, not both',
      path: ['address'],
    }),
  )

export const bulletinContentSchema = z.strictObject({
  kind: z.literal('bulletin'),
  title: line(60).check(z.minLength(1)),
  category: z.enum(bulletinCategories),
  /** The day that it bears, and by which it stands in lists. */
  date: daySchema,
  /** What lists and feeds show below the title. */
  summary: line(160),
  blocks: blocksSchema,
  attachments: z.array(attachmentSchema).check(z.maxLength(mostAttachments)),
  /** Of the category `honour`; null for others. */
  honour: z.nullable(
    z.strictObject({
      who: line(40),
      award: line(60),
      year: z.int().check(z.minimum(1987), z.maximum(2100)),
    }),
  ),
})
export type BulletinContent = z.infer<typeof bulletinContentSchema>

export const bulletinKind: Kind<BulletinContent> = {
  cardOf: ({ title }) => ({ gallery: '', position: 0, title }),
  nameOf: () => null,
  textsOf: (content) => [...written({ title: content.title }), ...textsBeside(content)],
  findingsIn: (content) => [...findingsIn(content.blocks), ...lacksOf(content)],
}

/** All that visitors read of it but its title, a line each. */
export const wordsBeside = ({ summary, blocks, attachments, honour }: BulletinContent): string[] =>
  [
    summary,
    ...(honour ? [honour.who, honour.award] : []),
    ...blocks.flatMap(linesOf),
    ...attachments.map(({ title }) => title),
  ].filter((line) => line !== '')

const textsBeside = ({ summary, blocks, attachments, honour }: BulletinContent): Written[] => [
  ...written({ summary, ...(honour && { 'honour.who': honour.who, 'honour.award': honour.award }) }),
  ...writtenInBlocks(blocks),
  ...attachments.flatMap(({ title }, i) => written({ [`attachments.${i}.title`]: title })),
]

function lacksOf({ category, summary, attachments, honour }: BulletinContent): EntryFinding[] {
  const lacking = [
    ...(isBlank(summary) ? ['summary'] : []),
    ...attachments.flatMap(({ title, address, media }, i) => [
      ...(isBlank(title) ? [`attachments.${i}.title`] : []),
      ...(address === '' && media === undefined ? [`attachments.${i}.address`] : []),
    ]),
    ...(category === 'honour' ? honourLacks(honour) : []),
  ]
  return lacking.map((field) => ({ block: '', field, code: 'text-missing' }))
}

const honourLacks = (honour: BulletinContent['honour']): string[] => {
  if (!honour) return ['honour.who', 'honour.award']
  return [...(isBlank(honour.who) ? ['honour.who'] : []), ...(isBlank(honour.award) ? ['honour.award'] : [])]
}

const isBlank = (text: string) => text.trim() === ''
