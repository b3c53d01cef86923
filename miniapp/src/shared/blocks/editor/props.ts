import type { MediaKind } from '@common/blocks/shown'
import type { ComponentType } from 'react'
import type { DraftBlock } from './draft'

/** How a place of the map is found, which is another part's business. */
export type PlaceFieldProps = { value: string; onChange: (place: string) => void }

/** How a bulletin is found, which is another part's business. `value`: its id; empty: none yet. */
export type BulletinFieldProps = { value: string; onChange: (bulletin: string) => void }

/** How a picture or another file is uploaded, which is another part's business, too. `onBusy`: it is on its way, and then no more. */
export type PictureFieldProps = {
  /** A picture if absent. */
  kind?: MediaKind
  /** Id of the media; empty: none yet. */
  value: string
  /** What is to be seen or heard in it, without which it is not uploaded. */
  description: string
  /** Of what plays: everything that is said in it, without which it is not uploaded either. */
  words?: string
  /** It may stay without one. */
  isOptional?: true
  onBusy?: (isBusy: boolean) => void
  onChange: (media: string) => void
}

/** What finds or uploads what a block names. */
export type BlockFields = {
  PlaceField: ComponentType<PlaceFieldProps>
  PictureField: ComponentType<PictureFieldProps>
  BulletinField: ComponentType<BulletinFieldProps>
}

export const fieldsOf = ({ PlaceField, PictureField, BulletinField }: BlockFields): BlockFields => ({
  PlaceField,
  PictureField,
  BulletinField,
})

export type FormProps<Type extends DraftBlock['type']> = {
  block: Extract<DraftBlock, { type: Type }>
  onChange: (block: DraftBlock) => void
}
