/** The browser asks by itself before a window with something unsaved is closed or loaded anew. */
export function watchClosing(): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    event.preventDefault()
    // Older browsers go by this alone.
    event.returnValue = ''
  }
  window.addEventListener('beforeunload', ask)
  return () => window.removeEventListener('beforeunload', ask)
}
