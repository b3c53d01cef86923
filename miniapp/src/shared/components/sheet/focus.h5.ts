import { useEffect, useId } from 'react'

const reachable = 'button:not([disabled]), a[href], input, textarea, [tabindex]:not([tabindex="-1"])'

/** The keyboard stays in the dialog while it is open and goes back to where it was. */
export function useDialogFocus(): string {
  const id = `sheet${useId().replace(/:/g, '')}`
  useEffect(() => {
    const dialog = document.getElementById(id)
    const before = document.activeElement
    dialog?.focus()
    function keyPressed(event: KeyboardEvent): void {
      if (event.key === 'Tab' && dialog) keepInside(dialog, event)
    }
    document.addEventListener('keydown', keyPressed)
    return () => {
      document.removeEventListener('keydown', keyPressed)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [id])
  return id
}

function keepInside(dialog: HTMLElement, event: KeyboardEvent): void {
  const stops = [...dialog.querySelectorAll<HTMLElement>(reachable)]
  const edge = event.shiftKey ? stops[0] : stops[stops.length - 1]
  const other = event.shiftKey ? stops[stops.length - 1] : stops[0]
  const active = document.activeElement
  if (active === edge || active === dialog || !dialog.contains(active)) {
    if (active === dialog && !event.shiftKey) return
    event.preventDefault()
    other?.focus()
  }
}
