import type { Block } from '@common/blocks/block'

/** How a place of the map is found, which is another part's business. */
export type PlaceFieldProps = { value: string; onChange: (place: string) => void }

export type FormProps<Type extends Block['type']> = {
  block: Extract<Block, { type: Type }>
  onChange: (block: Block) => void
}
