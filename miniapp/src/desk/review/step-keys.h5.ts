import { useEffect } from 'react'
import { useIsShown } from '@/shared/use-is-shown'

/** Alt with the arrows goes to the next and to the one before, wherever the focus is; not while a dialog is open. */
export function useStepKeys(next: (() => void) | null, before: (() => void) | null): void {
  const isShown = useIsShown()
  useEffect(() => {
    if (!isShown) return
    function pressed(event: KeyboardEvent): void {
      if (!event.altKey || document.querySelector('[role="dialog"]')) return
      const step = event.key === 'ArrowDown' ? next : event.key === 'ArrowUp' ? before : null
      if (!step) return
      event.preventDefault()
      step()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [isShown, next, before])
}
