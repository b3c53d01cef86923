import type { Block } from '@common/blocks/block'

/** How a place of the map is found, which is another part's business. */
export type PlaceFieldProps = { value: string; onChange: (place: string) => void }

/** How a picture is uploaded, which is another part's business, too. `onBusy`: it is on its way, and then no more. */
export type PictureFieldProps = {
  /** Id of the media; empty: none yet. */
  value: string
  /** What is to be seen in it, without which it is not uploaded. */
  description: string
  onBusy?: (isBusy: boolean) => void
  onChange: (media: string) => void
}

export type FormProps<Type extends Block['type']> = {
  block: Extract<Block, { type: Type }>
  onChange: (block: Block) => void
}
