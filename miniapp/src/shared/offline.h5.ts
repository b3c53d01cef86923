/**
 * Has the browser keep the program (config/worker.js), once the first page stands: it must not wait for pages that
 * nobody has asked for. A page that is not served over HTTPS has no such service and works without.
 */
export function keepProgram(): void {
  if (!('serviceWorker' in navigator)) return
  const register = () => {
    // Refused where the browser keeps nothing, as in a private window: then it is a website like any other.
    navigator.serviceWorker.register('/sw.js').catch(() => {})
  }
  if (document.readyState === 'complete') register()
  else window.addEventListener('load', register, { once: true })
}
