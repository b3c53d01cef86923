import { useRef } from 'react'
import { Tap } from '../tap'
import type { SkipLink } from './skip-links'
import css from './skip-links.module.scss'

const content: SkipLink = { text: '跳到正文', to: '[role=main]' }
const tabs: SkipLink = { text: '跳到主导航', to: '[role=navigation] .tap' }

/** Seen only by who comes with the keyboard: past the bar, and past whatever is long. */
export function SkipLinks({ tab, more = [] }: { tab: boolean; more?: readonly SkipLink[] }) {
  const self = useRef<HTMLDivElement>(null)
  // Pages that one came from stay in the document: what is looked for is of this one.
  const go = (to: string) => self.current?.closest('.screen')?.querySelector<HTMLElement>(to)?.focus()
  return (
    <div ref={self} className={css.links}>
      {[content, ...more, ...(tab ? [tabs] : [])].map(({ text, to }) => (
        <Tap key={text} className={css.link} onTap={() => go(to)}>
          {text}
        </Tap>
      ))}
    </div>
  )
}
