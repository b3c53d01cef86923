/**
 * The typed blocks that exhibits and bulletins are made of, as staff write them and as they are stored. No block holds HTML. A draft may
 * lack a description or a source: `findings.ts` says what has to be there before anything is published. How a client reads
 * blocks is `shown.ts`.
 */
import { daySchema, manyLines, oneLine, placeIdSchema } from '../contract'
import * as z from '../zod'

/** Unique within its document; made by whoever adds the block, and kept when it is moved or changed. */
export const blockIdSchema = z.string().check(z.regex(/^[0-9a-z]{1,16}$/))
/** Id of a file of the domain `media`: `{adcode}-{1 to 40 characters}`. */
export const mediaIdSchema = z.string().check(z.regex(/^[1-9]\d{5}-[0-9A-Za-z-]{1,40}$/))
/** Id of a bulletin of the domain `exhibition`. */
export const bulletinIdSchema = z.string().check(z.regex(/^[1-9]\d{5}-bulletin-[0-9a-z-]{1,40}$/))

const line = (longest: number) => z.string().check(z.maxLength(longest), oneLine)
const lines = (longest: number) => z.string().check(z.maxLength(longest), manyLines)
const id = blockIdSchema

const pictureShape = {
  media: mediaIdSchema,
  /** What is to be seen, for whoever does not see it. */
  description: line(300),
  /** Shown below it. */
  caption: line(200),
}

/** `from`, `until`: seconds from the beginning. */
export const cueSchema = z.strictObject({
  from: z.number().check(z.minimum(0), z.maximum(36_000)),
  until: z.number().check(z.minimum(0), z.maximum(36_000)),
  text: line(200),
})

/** A year, a month or a day: `1987`, `1987-07`, `1987-07-27`. */
export const timeSchema = z.string().check(z.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/))

export const blockSchema = z.discriminatedUnion('type', [
  z.strictObject({
    id,
    type: z.literal('heading'),
    text: line(60),
    level: z.union([z.literal(2), z.literal(3)]),
  }),
  /** Paragraphs, parted by line breaks. */
  z.strictObject({ id, type: z.literal('text'), text: lines(3_000) }),
  z.strictObject({ id, type: z.literal('picture'), ...pictureShape }),
  z.strictObject({
    id,
    type: z.literal('pictures'),
    pictures: z.array(z.strictObject(pictureShape)).check(z.maxLength(20)),
  }),
  z.strictObject({
    id,
    type: z.literal('audio'),
    media: mediaIdSchema,
    title: line(80),
    transcript: lines(6_000),
  }),
  z.strictObject({
    id,
    type: z.literal('video'),
    media: mediaIdSchema,
    title: line(80),
    captions: z.array(cueSchema).check(z.maxLength(400)),
    /** A picture to show before it plays. */
    poster: z.nullable(mediaIdSchema),
  }),
  z.strictObject({
    id,
    type: z.literal('timeline'),
    events: z
      .array(z.strictObject({ time: timeSchema, title: line(60), text: lines(600) }))
      .check(z.maxLength(60)),
  }),
  z.strictObject({
    id,
    type: z.literal('figure'),
    value: z.number(),
    /** E.g. 元, 人, %. */
    unit: line(10),
    label: line(80),
    source: line(200),
    /** The day that the figure is of. */
    date: z.nullable(daySchema),
  }),
  z.strictObject({ id, type: z.literal('quotation'), text: lines(600), by: line(60), source: line(200) }),
  z.strictObject({
    id,
    type: z.literal('table'),
    caption: line(100),
    columns: z.array(line(40)).check(z.minLength(1), z.maxLength(8)),
    /** Each as long as `columns`. */
    rows: z.array(z.array(line(200)).check(z.maxLength(8))).check(z.maxLength(100)),
  }),
  /** A place of the map. */
  z.strictObject({ id, type: z.literal('place'), place: placeIdSchema, note: line(200) }),
  z.strictObject({ id, type: z.literal('bulletin'), bulletin: bulletinIdSchema }),
])
export type Block = z.infer<typeof blockSchema>
export type BlockType = Block['type']

export const blockTypes = [
  'heading',
  'text',
  'picture',
  'pictures',
  'audio',
  'video',
  'timeline',
  'figure',
  'quotation',
  'table',
  'place',
  'bulletin',
] as const satisfies readonly BlockType[]

export const mostBlocks = 80
const haveDifferentIds = (blocks: readonly Block[]) =>
  new Set(blocks.map((block) => block.id)).size === blocks.length
export const blocksSchema = z
  .array(blockSchema)
  .check(z.maxLength(mostBlocks), z.refine(haveDifferentIds, { error: 'must have blocks of different ids' }))
