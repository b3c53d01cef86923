/** False only where the browser knows that there is no network. */
export const isOnline = async (): Promise<boolean> => navigator.onLine

/** The browser's own events: Taro listens to `navigator.connection`, which Safari and Firefox do not have. */
export function onNetworkChange(callback: (isOnline: boolean) => void): () => void {
  const found = () => callback(true)
  const lost = () => callback(false)
  window.addEventListener('online', found)
  window.addEventListener('offline', lost)
  return () => {
    window.removeEventListener('online', found)
    window.removeEventListener('offline', lost)
  }
}
