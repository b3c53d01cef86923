import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import deskCss from '@/desk/components/desk.module.scss'
import { Badge } from '@/shared/components/badge'
import { Button } from '@/shared/components/button'
import { Heading } from '@/shared/components/heading'
import { Icon } from '@/shared/components/icon'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { Tap } from '@/shared/components/tap'
import { Hint } from '@/shared/components/text'
import { entrySign } from '../view'
import { BeforeWritingSeveral } from '../writers'
import css from './order.module.scss'
import type { OrderProps } from './props'
import { useOrdering } from './use-ordering'

/** Galleries, or the exhibits of one, moved up and down by buttons and keys. */
export default function Ordering(props: OrderProps) {
  const { title, entries, onClose } = props
  const { list, plan, waiting, isBusy, done, save, submit, move } = useOrdering(props.desk, entries)
  const focusOn = useFocus()
  function shift(at: number, by: -1 | 1): void {
    const [id, to] = [list[at]?.id, at + by]
    if (id === undefined || to < 0 || to >= list.length) return
    // At an end one of the buttons is dead: the keyboard goes on at the other.
    const isEnd = by < 0 ? to === 0 : to === list.length - 1
    focusOn(`${(by < 0) === isEnd ? 'later' : 'earlier'}-${id}`)
    move(at, to)
  }
  function pressed(event: KeyboardEvent<HTMLElement>, at: number): void {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    if (!event.altKey || by === null) return
    event.preventDefault()
    shift(at, by)
  }
  return (
    <section className={css.order} aria-label={title}>
      <Heading level={2} size="part">
        {title}
      </Heading>
      <Hint>观众从上往下走。换了次序的会成为草稿，提交并由另一位同事通过后，观众才看到新的次序。</Hint>
      <ol className={css.list} aria-label={title}>
        {list.map((entry, at) => {
          const { word, tone } = entrySign(entry)
          return (
            <li key={entry.id} className={css.row} onKeyDown={(event) => pressed(event, at)}>
              <span className={css.number}>{at + 1}</span>
              <span className={css.name}>{entry.title}</span>
              <Badge tone={tone}>{word}</Badge>
              <span className={css.tools}>
                <Tap
                  id={`earlier-${entry.id}`}
                  className={css.tool}
                  label={`${entry.title}，往前移`}
                  disabled={at === 0 || isBusy}
                  onTap={() => shift(at, -1)}
                >
                  <Icon name="up" size="s" />
                </Tap>
                <Tap
                  id={`later-${entry.id}`}
                  className={css.tool}
                  label={`${entry.title}，往后移`}
                  disabled={at === list.length - 1 || isBusy}
                  onTap={() => shift(at, 1)}
                >
                  <Icon name="down" size="s" />
                </Tap>
              </span>
            </li>
          )
        })}
      </ol>
      {waiting.length > 0 && (
        <ResultLine tone="doubt">
          {`${waiting.map((one) => `“${one.title}”`).join('、')}正在等审批或已排期，现在不能换次序。`}
        </ResultLine>
      )}
      <BeforeWritingSeveral
        desk={props.desk}
        texts={list.filter(({ id }) => plan.some((one) => one.id === id))}
        does="保存"
      />
      {done && <Outcome saved={done.saved} submitted={done.submitted} />}
      {done?.failures.map(({ id, failure }) => (
        <div key={id}>
          <Hint>{`“${list.find((one) => one.id === id)?.title ?? id}”没有改成：`}</Hint>
          <FailureLine failure={failure} />
        </div>
      ))}
      <div className={deskCss.buttons}>
        <Button
          tone="primary"
          disabled={plan.length === 0 || waiting.length > 0 || isBusy}
          onTap={() => void save()}
        >
          {plan.length === 0 ? '保存次序' : `保存次序（改 ${plan.length} 条）`}
        </Button>
        {done !== null && done.ready.length > 0 && (
          <Button disabled={isBusy} onTap={() => void submit()}>
            {`这 ${done.ready.length} 条一起提交审批`}
          </Button>
        )}
        <Button disabled={isBusy} onTap={onClose}>
          回到列表
        </Button>
      </div>
    </section>
  )
}

function Outcome({ saved, submitted }: { saved: number; submitted: number }) {
  if (submitted > 0) return <ResultLine tone="done">{`${submitted} 条已经提交，由另一位同事审。`}</ResultLine>
  return saved > 0 ? (
    <ResultLine tone="done">{`${saved} 条换了次序，现在是草稿。观众看到的还是原来的次序。`}</ResultLine>
  ) : null
}

/** The keyboard goes on at the element of this id, once what was moved is drawn. */
function useFocus(): (id: string) => void {
  const wanted = useRef<string | null>(null)
  useLayoutEffect(() => {
    const target = wanted.current === null ? null : document.getElementById(wanted.current)
    wanted.current = null
    target?.focus()
  })
  return (id) => {
    wanted.current = id
  }
}
