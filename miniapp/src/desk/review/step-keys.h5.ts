import { useEffect } from 'react'
import { useIsShown } from '@/shared/navigation/use-is-shown'

/**
 * Alt with the arrows goes to the next and to the one before; not while a dialog is open, and not in a field, which has
 * a use of its own for these keys, unless it is one to write in inside the detail.
 * @param id of the detail
 */
export function useStepKeys(id: string, next: (() => void) | null, before: (() => void) | null): void {
  const isShown = useIsShown()
  useEffect(() => {
    if (!isShown) return
    function pressed(event: KeyboardEvent): void {
      if (!event.altKey || isTaken(event.target, id) || document.querySelector('[role="dialog"]')) return
      const step = event.key === 'ArrowDown' ? next : event.key === 'ArrowUp' ? before : null
      if (!step) return
      event.preventDefault()
      step()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [isShown, id, next, before])
}

function isTaken(target: EventTarget | null, detail: string): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('select')) return true
  return target.closest('input, textarea') !== null && !document.getElementById(detail)?.contains(target)
}
