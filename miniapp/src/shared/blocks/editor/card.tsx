import type { Finding } from '@common/blocks/findings'
import type { KeyboardEvent } from 'react'
import { Icon, type IconName } from '@/shared/components/icon'
import { ResultLine } from '@/shared/components/result-line'
import { Tap } from '@/shared/components/tap'
import type { DraftBlock } from './draft'
import type { Dragging } from './drag'
import css from './editor.module.scss'
import { BlockForm } from './form'
import { blockNames, findingsText } from './kinds'
import { type BlockFields, fieldsOf } from './props'
import { WordingLines, type WordingNote } from './wording'

type Props = BlockFields & {
  block: DraftBlock
  at: number
  count: number
  findings: readonly Finding[]
  wording: readonly WordingNote[]
  onChange: (block: DraftBlock) => void
  /** `focus`: id of the element at which the keyboard goes on. */
  onMove: (by: -1 | 1, focus: string) => void
  /** The last move of any block is taken back. */
  onUndoMove: () => void
  handle: ReturnType<Dragging['handle']>
  /** Whether it is the one that is dragged, or where that would go. */
  drop: 'dragged' | 'above' | 'below' | null
  onRemove: () => void
  /** Another behind it. */
  onAdd: () => void
}

/**
 * One block: what it is and where, the ways to move it, its form, and what is missing of it. Alt with the arrows moves it too,
 * Ctrl with Z takes that back.
 */
export function BlockCard(props: Props) {
  const { block, at, count, findings, wording, onChange, onMove } = props
  const name = `第 ${at + 1} 块，${blockNames[block.type]}`
  function pressed(event: KeyboardEvent<HTMLElement>): void {
    if (isUndo(event)) {
      event.preventDefault()
      props.onUndoMove()
      return
    }
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    if (!event.altKey || by === null) return
    event.preventDefault()
    const target = event.target instanceof HTMLElement ? event.target.id : ''
    onMove(by, target || `block-${block.id}`)
  }
  return (
    <section
      id={`block-${block.id}`}
      className={classesOf(props)}
      aria-label={name}
      tabIndex={-1}
      onKeyDown={pressed}
    >
      <div className={css.head}>
        <span className={css.handle} title="按住拖动" aria-hidden="true" {...props.handle} />
        <span className={css.name}>{`${at + 1}　${blockNames[block.type]}`}</span>
        <div className={css.tools}>
          <IconButton
            id={`up-${block.id}`}
            icon="up"
            label={`${name}，上移`}
            disabled={at === 0}
            onTap={() => onMove(-1, at === 1 ? `down-${block.id}` : `up-${block.id}`)}
          />
          <IconButton
            id={`down-${block.id}`}
            icon="down"
            label={`${name}，下移`}
            disabled={at === count - 1}
            onTap={() => onMove(1, at === count - 2 ? `up-${block.id}` : `down-${block.id}`)}
          />
          <IconButton icon="plus" label={`${name}，在下面加一块`} onTap={props.onAdd} />
          <IconButton icon="trash" label={`${name}，删去`} onTap={props.onRemove} />
        </div>
      </div>
      <BlockForm {...fieldsOf(props)} block={block} onChange={onChange} />
      {findings.length > 0 && <ResultLine tone="doubt">{findingsText(findings)}</ResultLine>}
      <WordingLines notes={wording} />
    </section>
  )
}

function classesOf({ wording, drop }: Pick<Props, 'wording' | 'drop'>): string {
  const isForbidden = wording.some(({ isRefused }) => isRefused)
  return [css.card, isForbidden && css.forbidden, drop && css[drop]].filter(Boolean).join(' ')
}

/** In a field it takes back what was typed there. */
const isUndo = ({ key, ctrlKey, metaKey, shiftKey, target }: KeyboardEvent<HTMLElement>): boolean =>
  key.toLowerCase() === 'z' &&
  (ctrlKey || metaKey) &&
  !shiftKey &&
  !(target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

type IconButtonProps = {
  id?: string
  icon: IconName
  label: string
  disabled?: boolean
  onTap: () => void
}

function IconButton({ icon, ...tap }: IconButtonProps) {
  return (
    <Tap className={css.tool} {...tap}>
      <Icon name={icon} size="s" />
    </Tap>
  )
}
