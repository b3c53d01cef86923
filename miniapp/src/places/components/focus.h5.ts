import { useEffect } from 'react'

/** Puts the keyboard and the screen reader where the news is: what one pressed may be gone. */
export function useFocus(id: string, occasion: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each occasion is news
  useEffect(() => {
    document.getElementById(id)?.focus({ preventScroll: true })
  }, [id, occasion])
}
