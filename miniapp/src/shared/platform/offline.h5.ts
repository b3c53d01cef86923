/**
 * Registers the service worker that caches the program (config/worker.js), once the first page is drawn, so that it does
 * not wait for other pages. A page not served over HTTPS has no service worker and works without.
 */
export function registerServiceWorker(): void {
  if (!('serviceWorker' in navigator)) return
  // Refused where the browser keeps nothing, as in a private window, and by a throw where storage is denied: then it is
  // a website like any other.
  const register = () => void registered().catch(() => {})
  if (document.readyState === 'complete') register()
  else window.addEventListener('load', register, { once: true })
}

async function registered(): Promise<void> {
  await navigator.serviceWorker.register('/sw.js')
}
