/** From stored blocks to what is shown, and what of other domains they name. Pure. */
import type { Block } from './block'
import type { MediaKind, ShownBlock, ShownMedia } from './shown'

/** Ids of all media that the blocks show, each once. */
export const mediaOf = (blocks: readonly Block[]): string[] => [
  ...new Set(mediaUsesOf(blocks).map(({ id }) => id)),
]

/** Ids of all bulletins that the blocks name, each once. */
export const bulletinsOf = (blocks: readonly Block[]): string[] => [
  ...new Set(blocks.flatMap((block) => (block.type === 'bulletin' ? [block.bulletin] : []))),
]

export type MediaUse = { id: string; kind: MediaKind }

/** What files the blocks show, and what each has to be for that. */
export const mediaUsesOf = (blocks: readonly Block[]): MediaUse[] => blocks.flatMap(usesOfBlock)

function usesOfBlock(block: Block): MediaUse[] {
  switch (block.type) {
    case 'picture':
    case 'audio':
      return [{ id: block.media, kind: block.type }]
    case 'pictures':
      return block.pictures.map(({ media }) => ({ id: media, kind: 'picture' }))
    case 'video':
      return [
        { id: block.media, kind: 'video' },
        ...(block.poster === null ? [] : [{ id: block.poster, kind: 'picture' } as const]),
      ]
    default:
      return []
  }
}

/** What blocks are resolved by. What is not in it may not be shown. */
export type Resolved = {
  media: ReadonlyMap<string, ShownMedia>
  /** Titles of published bulletins, by id. */
  bulletins: ReadonlyMap<string, string>
}

/** A block whose media may not be shown is left out, and of a set the pictures that may not. */
export const shownBlocks = (blocks: readonly Block[], resolved: Resolved): ShownBlock[] =>
  blocks.flatMap((block) => shownBlock(block, resolved) ?? [])

function shownBlock(block: Block, { media, bulletins }: Resolved): ShownBlock | null {
  switch (block.type) {
    case 'picture':
    case 'audio': {
      const file = media.get(block.media)
      return file ? { ...block, media: file } : null
    }
    case 'pictures': {
      const pictures = block.pictures.flatMap((picture) => {
        const file = media.get(picture.media)
        return file ? [{ ...picture, media: file }] : []
      })
      return pictures.length > 0 ? { ...block, pictures } : null
    }
    case 'video': {
      const file = media.get(block.media)
      const poster = block.poster === null ? null : (media.get(block.poster) ?? null)
      return file ? { ...block, media: file, poster } : null
    }
    case 'bulletin':
      return { ...block, title: bulletins.get(block.bulletin) }
    default:
      return block
  }
}
