import type { KeyboardEvent, ReactNode } from 'react'
import { Wrap } from '@/shared/components/stack'

/** The browser: a group that is one stop of the keyboard, in which arrows choose. */
export function Radios({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="radiogroup" aria-label={label} onKeyDown={turn}>
      <Wrap>{children}</Wrap>
    </div>
  )
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

function turn(event: KeyboardEvent<HTMLElement>): void {
  const by = steps[event.key]
  const radios = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')]
  const at = radios.findIndex((one) => one === document.activeElement)
  if (by === undefined || at < 0) return
  event.preventDefault()
  const next = radios[(at + by + radios.length) % radios.length]
  next?.focus()
  next?.click()
}
