import { useLayoutEffect } from 'react'

/** Tells how high the element with this id is, px, before it is painted; null: nobody asks. */
export function useHeight(id: string, onHeight: ((px: number) => void) | null): void {
  useLayoutEffect(() => onHeight?.(document.getElementById(id)?.offsetHeight ?? 0))
}
