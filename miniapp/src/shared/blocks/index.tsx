import type { ShownBlock } from '@common/blocks/shown'
import { View } from '@tarojs/components'
import { AudioBlock } from './audio'
import css from './blocks.module.scss'
import { FigureBlock } from './figure'
import { BulletinBlock, PlaceBlock } from './links'
import { PictureBlock, PicturesBlock } from './pictures'
import { TableBlock } from './table'
import { HeadingBlock, QuotationBlock, TextBlock } from './text'
import { TimelineBlock } from './timeline'
import { VideoBlock } from './video'

export type BlocksProps = {
  blocks: readonly ShownBlock[]
  /** Null for a place that this phone does not know. */
  nameOf: (place: string) => string | null
  onPlace: (place: string) => void
  onBulletin: (bulletin: string) => void
}

/** What exhibits and bulletins are made of, under each other. A type that this program does not know is not among them. */
export function Blocks({ blocks, ...links }: BlocksProps) {
  return (
    <View className={css.blocks}>
      {blocks.map((block) => (
        <BlockView key={block.id} block={block} {...links} />
      ))}
    </View>
  )
}

function BlockView({
  block,
  nameOf,
  onPlace,
  onBulletin,
}: { block: ShownBlock } & Omit<BlocksProps, 'blocks'>) {
  switch (block.type) {
    case 'heading':
      return <HeadingBlock block={block} />
    case 'text':
      return <TextBlock block={block} />
    case 'picture':
      return <PictureBlock picture={block} />
    case 'pictures':
      return <PicturesBlock block={block} />
    case 'audio':
      return <AudioBlock block={block} />
    case 'video':
      return <VideoBlock block={block} />
    case 'timeline':
      return <TimelineBlock block={block} />
    case 'figure':
      return <FigureBlock block={block} />
    case 'quotation':
      return <QuotationBlock block={block} />
    case 'table':
      return <TableBlock block={block} />
    case 'place':
      return <PlaceBlock block={block} name={nameOf(block.place)} onPlace={onPlace} />
    case 'bulletin':
      return <BulletinBlock block={block} onBulletin={onBulletin} />
  }
}
