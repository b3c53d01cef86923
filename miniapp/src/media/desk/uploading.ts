/** How many files are on their way from this window: whoever leaves it is asked first. */
import { createStore, useStore } from '@/shared/storage/store'

const count = createStore(0)

export const useIsUploading = (): boolean => useStore(count) > 0

/** Counted until what it gives is called. */
export function begun(): () => void {
  count.set(count.get() + 1)
  let isOver = false
  return () => {
    if (isOver) return
    isOver = true
    count.set(count.get() - 1)
  }
}
