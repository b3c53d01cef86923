/** The time of day for screens: one timer for all of them, and none while nobody looks. */
import { useStore } from '@/shared/storage/store'

const minute = 60_000
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | null = null
let now = Date.now()

function tick(): void {
  now = Date.now()
  for (const listener of [...listeners]) listener()
}

const clock = {
  get: () => now,
  subscribe(listener: () => void) {
    listeners.add(listener)
    // A screen that opens after a long pause must not show the old minute.
    if (Date.now() - now > minute) setTimeout(tick)
    timer ??= setInterval(tick, minute)
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0 || timer === null) return
      clearInterval(timer)
      timer = null
    }
  },
}

/** Milliseconds; a new value each minute. */
export function useNow(): number {
  return useStore(clock)
}
