import { useEffect } from 'react'

/** The screen stays lit while this page is shown, where the browser can: it lets go whenever the page is hidden. */
export function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let left = false
    async function ask(): Promise<void> {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      // Refused on a low battery, or on plain HTTP: the code shows all the same.
      const asked = await navigator.wakeLock.request('screen').catch(() => null)
      if (left) void asked?.release()
      else lock = asked
    }
    const shown = () => void ask()
    shown()
    document.addEventListener('visibilitychange', shown)
    return () => {
      left = true
      document.removeEventListener('visibilitychange', shown)
      void lock?.release()
    }
  }, [])
}
