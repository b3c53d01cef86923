import type { ShownBlock } from '@common/blocks/shown'

/** A block of this type. */
export type BlockOf<Type extends ShownBlock['type']> = Extract<ShownBlock, { type: Type }>
