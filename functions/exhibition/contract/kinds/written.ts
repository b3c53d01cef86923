/** The texts that somebody wrote in an entry, each with its place. */
import type { Block } from '../../../shared/blocks/block'
import { textsOf } from '../../../shared/blocks/text'

/**
 * `block`: its id, `at`: its place from 0; null outside of blocks. `field`: within the block, or within the content.
 * `isOfLaw`: a law that is quoted, which names what it forbids.
 */
export type Written = {
  block: string | null
  at: number | null
  field: string
  text: string
  isOfLaw: boolean
}

/** Fields outside of blocks. */
export const written = (fields: Readonly<Record<string, string>>): Written[] =>
  Object.entries(fields).map(([field, text]) => ({ block: null, at: null, field, text, isOfLaw: false }))

export const writtenInBlocks = (blocks: readonly Block[]): Written[] =>
  blocks.flatMap((block, at) => {
    const isOfLaw = block.type === 'quotation' && laws.test(block.by + block.source)
    return textsOf(block).map(({ field, text }) => ({ block: block.id, at, field, text, isOfLaw }))
  })

const laws = /条例|法》|细则|办法|公告|通知/
