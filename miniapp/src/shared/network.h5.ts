/** The browser's own event: Taro listens to `navigator.connection`, which Safari and Firefox do not have. */
export function onOnline(callback: () => void): () => void {
  window.addEventListener('online', callback)
  return () => window.removeEventListener('online', callback)
}
