import { type BlockChange, compareBlocks } from '@common/blocks/compare'
import { Button } from '@/shared/components/button'
import { Heading } from '@/shared/components/heading'
import { Hint } from '@/shared/components/text'
import { type DraftBlock, draftText, wordsOf } from './draft'
import css from './editor.module.scss'
import { blockNames, inserted, replaced, without } from './kinds'

type Props = {
  saved: readonly DraftBlock[]
  own: readonly DraftBlock[]
  onChange: (blocks: readonly DraftBlock[]) => void
}

/** What stands at the server and what is written here, side by side, block by block where they differ. */
export function Differences({ saved, own, onChange }: Props) {
  const changes = compareBlocks(saved.map(wordsOf), own.map(wordsOf)).filter(
    ({ change }) => change !== 'same',
  )
  if (changes.length === 0) return null
  return (
    <section className={css.differences} aria-label="和对方保存的不同">
      <Heading level={3} size="row">
        和对方保存的不同
      </Heading>
      <Hint>左边是对方保存的，右边是你现在写的。按“保存”存的是右边。</Hint>
      {changes.map((change) => (
        <Difference
          key={change.id}
          change={change}
          mine={own.find(({ id }) => id === change.id)}
          onTake={() => onChange(taken(change, saved, own))}
        />
      ))}
    </section>
  )
}

const words: Record<BlockChange['change'], string> = {
  same: '一样',
  moved: '位置不同',
  changed: '内容不同',
  added: '只在你这边有',
  removed: '只在对方那边有',
}

type DifferenceProps = { change: BlockChange; mine: DraftBlock | undefined; onTake: () => void }

function Difference({ change, mine, onTake }: DifferenceProps) {
  const { before, after } = change
  const type = (after ?? before)?.type ?? 'text'
  return (
    <div className={css.difference}>
      <Hint>{`${blockNames[type]}，${words[change.change]}`}</Hint>
      <div className={css.sides}>
        <Side label="对方的" text={before && draftText(before)} />
        <Side label="我写的" text={mine ? draftText(mine) : null} />
      </div>
      {change.change !== 'moved' && (
        <Button tone="quiet" label={`${blockNames[type]}，用对方的`} onTap={onTake}>
          用对方的
        </Button>
      )}
    </div>
  )
}

function Side({ label, text }: { label: string; text: string | null }) {
  return (
    <div className={css.side}>
      <Hint>{label}</Hint>
      <span className={css.words}>{text === null ? '（没有这一块）' : text || '（空）'}</span>
    </div>
  )
}

/** As the other has it: changed back, removed, or put back behind what it follows there. */
function taken({ id, before, after }: BlockChange, saved: readonly DraftBlock[], own: readonly DraftBlock[]) {
  if (before === null) return without(own, id)
  if (after !== null) return replaced(own, before)
  const ids = new Set(own.map((block) => block.id))
  const follows = saved
    .slice(
      0,
      saved.findIndex((block) => block.id === id),
    )
    .reverse()
    .find((block) => ids.has(block.id))
  return inserted(own, before, follows?.id ?? atStart)
}

/** The id of no block: what is put behind it comes first. */
const atStart = ''
