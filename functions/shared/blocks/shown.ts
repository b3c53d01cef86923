/**
 * Blocks as answers show them: media with their addresses and sizes, so that nothing shifts when they load. A client reads them with
 * `shownBlocksSchema`, which leaves out a block whose type it does not know, or which it cannot read, one at a time.
 */
import { daySchema, placeIdSchema } from '../contract'
import { listOfKnown, openEnum, orAbsent, orNull } from '../tolerant'
import * as z from '../zod'
import { blockIdSchema, bulletinIdSchema, mediaIdSchema } from './block'

export const mediaKinds = ['picture', 'audio', 'video', 'document'] as const
export type MediaKind = (typeof mediaKinds)[number]

/** One form of a file. Pixels, bytes. `src`: path on our own origin, or an address. */
export const renditionSchema = z.object({
  src: z.string(),
  /** E.g. image/webp. */
  type: z.string(),
  width: orNull(z.int()),
  height: orNull(z.int()),
  bytes: z.int(),
})

export const shownMediaSchema = z.object({
  id: mediaIdSchema,
  kind: openEnum(mediaKinds),
  /** Pixels of the original; null for what has none. */
  width: orNull(z.int()),
  height: orNull(z.int()),
  /** How long it plays; null for a picture. */
  seconds: orNull(z.number()),
  /** From the narrowest to the widest; of equal width, WebP first. */
  renditions: listOfKnown(renditionSchema),
})
export type ShownMedia = z.infer<typeof shownMediaSchema>

const id = blockIdSchema
const pictureShape = { media: shownMediaSchema, description: z.string(), caption: z.string() }

export const shownBlockSchema = z.discriminatedUnion('type', [
  z.object({ id, type: z.literal('heading'), text: z.string(), level: z.int() }),
  z.object({ id, type: z.literal('text'), text: z.string() }),
  z.object({ id, type: z.literal('picture'), ...pictureShape }),
  z.object({ id, type: z.literal('pictures'), pictures: listOfKnown(z.object(pictureShape)) }),
  z.object({
    id,
    type: z.literal('audio'),
    media: shownMediaSchema,
    title: z.string(),
    transcript: z.string(),
  }),
  z.object({
    id,
    type: z.literal('video'),
    media: shownMediaSchema,
    title: z.string(),
    captions: listOfKnown(z.object({ from: z.number(), until: z.number(), text: z.string() })),
    poster: orNull(shownMediaSchema),
  }),
  z.object({
    id,
    type: z.literal('timeline'),
    events: listOfKnown(z.object({ time: z.string(), title: z.string(), text: z.string() })),
  }),
  z.object({
    id,
    type: z.literal('figure'),
    value: z.number(),
    unit: z.string(),
    label: z.string(),
    source: z.string(),
    date: orNull(daySchema),
  }),
  z.object({ id, type: z.literal('quotation'), text: z.string(), by: z.string(), source: z.string() }),
  z.object({
    id,
    type: z.literal('table'),
    caption: z.string(),
    columns: z.array(z.string()),
    rows: z.array(z.array(z.string())),
  }),
  z.object({ id, type: z.literal('place'), place: placeIdSchema, note: z.string() }),
  z.object({
    id,
    type: z.literal('bulletin'),
    bulletin: bulletinIdSchema,
    /** Absent where it is not published, or the server did not look. */
    title: orAbsent(z.string()),
  }),
])
export type ShownBlock = z.infer<typeof shownBlockSchema>

/** The blocks that this program knows, in their order. */
export const shownBlocksSchema = listOfKnown(shownBlockSchema)
