/**
 * What a browser has and jsdom has not: a position, a window for other sites, a size that changes. Everything that
 * leaves through them is recorded.
 */

/** WGS-84, as a browser tells it; null: the person says no. */
type Spot = { longitude: number; latitude: number } | null

export function aBrowser({ spot = null, granted = false }: { spot?: Spot; granted?: boolean } = {}) {
  const opened: string[] = []
  const questions: string[] = []
  const browser = { opened, questions, spot }
  const getCurrentPosition: Geolocation['getCurrentPosition'] = (found, failed) => {
    questions.push('position')
    if (browser.spot) found({ coords: { ...coordinates, ...browser.spot }, timestamp: 0, toJSON: () => ({}) })
    else failed?.({ code: 1, message: '', PERMISSION_DENIED: 1, POSITION_UNAVAILABLE: 2, TIMEOUT: 3 })
  }
  define(navigator, 'geolocation', { getCurrentPosition })
  define(navigator, 'permissions', { query: async () => ({ state: granted ? 'granted' : 'prompt' }) })
  define(window, 'open', (url: string) => {
    opened.push(url)
    return null
  })
  define(
    window,
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
      unobserve() {}
    },
  )
  define(window, 'matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }))
  define(Element.prototype, 'scrollTo', () => {})
  return browser
}

const coordinates = {
  longitude: 0,
  latitude: 0,
  accuracy: 30,
  altitude: null,
  altitudeAccuracy: null,
  heading: null,
  speed: null,
  toJSON: () => ({}),
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { configurable: true, writable: true, value })
}
