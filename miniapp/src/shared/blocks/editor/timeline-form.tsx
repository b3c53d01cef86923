import { Button } from '@/shared/components/button'
import { Field, TextArea } from '@/shared/components/field'
import css from './editor.module.scss'
import { timeProblem } from './kinds'
import type { FormProps } from './props'

/** Events in the order in which they are written. */
export function TimelineForm({ block, onChange }: FormProps<'timeline'>) {
  const { events } = block
  const put = (at: number, change: Partial<(typeof events)[number]>) =>
    onChange({ ...block, events: events.map((event, i) => (i === at ? { ...event, ...change } : event)) })
  return (
    <>
      {events.map((event, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: events have no other name
        <fieldset key={at} className={css.item} aria-label={`第 ${at + 1} 件事`}>
          <div className={css.pair}>
            <Field
              label="时间"
              value={event.time}
              max={10}
              placeholder="1987-07-27"
              error={timeProblem(event.time)}
              onChange={(time) => put(at, { time })}
            />
            <Field label="发生了什么" value={event.title} max={60} onChange={(title) => put(at, { title })} />
          </div>
          <TextArea label="细节" value={event.text} max={600} onChange={(text) => put(at, { text })} />
          {events.length > 1 && (
            <Button
              tone="quiet"
              label={`删去第 ${at + 1} 件事`}
              onTap={() => onChange({ ...block, events: events.filter((_, i) => i !== at) })}
            >
              删去这一件
            </Button>
          )}
        </fieldset>
      ))}
      <Button
        icon="plus"
        disabled={events.length >= 60}
        onTap={() => onChange({ ...block, events: [...events, { time: '', title: '', text: '' }] })}
      >
        加一件事
      </Button>
    </>
  )
}
