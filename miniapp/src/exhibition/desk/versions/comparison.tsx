import type { BlockChange } from '@common/blocks/compare'
import { plainText } from '@common/blocks/text'
import type { Content } from '@functions/exhibition/contract/entries'
import { blockNames } from '@/shared/blocks/editor/kinds'
import { Hint } from '@/shared/components/text'
import { compareContents } from './compared'
import css from './versions.module.scss'

/** A text and what it is called. */
export type Named = { name: string; content: Content }

/** What differs between two texts, field by field and block by block, side by side. */
export function Comparison({ before, after }: { before: Named; after: Named }) {
  const { fields, blocks, same } = compareContents(before.content, after.content)
  const names = [before.name, after.name] as const
  if (fields.length + blocks.length === 0) return <Hint>两边一字不差。</Hint>
  return (
    <div className={css.differences}>
      {fields.map(({ label, ...sides }) => (
        <Difference key={label} what={label} names={names} before={sides.before} after={sides.after} />
      ))}
      {blocks.map((change) => (
        <Difference
          key={change.id}
          what={`${blockNames[(change.after ?? change.before).type]}，${words[change.change]}`}
          names={names}
          before={textOf(change.before)}
          after={textOf(change.after)}
        />
      ))}
      {same > 0 && <Hint>{`另外 ${same} 块两边一样，没有列出。`}</Hint>}
    </div>
  )
}

const words: Readonly<Record<BlockChange['change'], string>> = {
  same: '一样',
  moved: '换了位置',
  changed: '改了',
  added: '新加的',
  removed: '删去的',
}

const textOf = (block: BlockChange['before']): string | null =>
  block === null ? null : plainText([block]) || '（没有文字）'

type Sides = { what: string; names: readonly [string, string]; before: string | null; after: string | null }

export function Difference({ what, names: [first, second], before, after }: Sides) {
  return (
    <section className={css.difference} aria-label={what}>
      <Hint>{what}</Hint>
      <div className={css.sides}>
        <Side name={first} text={before} />
        <Side name={second} text={after} />
      </div>
    </section>
  )
}

function Side({ name, text }: { name: string; text: string | null }) {
  return (
    <div className={`${css.side} ${text === null ? css.none : ''}`}>
      <Hint>{name}</Hint>
      <span className={css.words}>{text === null ? '（没有这一块）' : text || '（空）'}</span>
    </div>
  )
}
