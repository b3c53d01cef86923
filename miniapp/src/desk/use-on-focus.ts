import { useEffect, useRef } from 'react'
import { onFocus } from './on-focus'

/** Looks again whenever somebody looks at the window again, as the page was last drawn. Null: not now. */
export function useOnFocus(look: (() => void) | null): void {
  const latest = useRef(look)
  latest.current = look
  useEffect(() => onFocus(() => latest.current?.()), [])
}
