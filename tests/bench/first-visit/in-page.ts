/** What a page notes of its own beginning. `watchPage` runs in the page before anything of it, so it may use only itself. */

/** ms since the visit began. `shifts`: each unexpected layout shift; `tasks`: what held the main thread over 50 ms. */
export type Watched = {
  firstPaint: number | null
  answered: number | null
  shifts: { at: number; value: number; moved: string[] }[]
  tasks: { at: number; ms: number }[]
  frames: { at: number; ms: number }[]
}

declare global {
  interface Window {
    watched: Watched
  }
}

/** `answer`: a selector of what the visitor came for. `clockAhead`: ms to add to the clock on the wall. */
export function watchPage({ answer, clockAhead }: { answer: string; clockAhead: number }): void {
  const watched: Watched = { firstPaint: null, answered: null, shifts: [], tasks: [], frames: [] }
  window.watched = watched
  const RealDate = Date
  const shifted = () => RealDate.now() + clockAhead
  window.Date = new Proxy(RealDate, {
    construct: (target, given) => Reflect.construct(target, given.length === 0 ? [shifted()] : given),
    get: (target, name) => (name === 'now' ? shifted : Reflect.get(target, name)),
  })
  const observe = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true })
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') watched.firstPaint = startTime
  })
  observe('longtask', ({ startTime, duration }) => watched.tasks.push({ at: startTime, ms: duration }))
  observe('layout-shift', (entry) => {
    const { value, hadRecentInput, sources } = JSON.parse(JSON.stringify(entry))
    const boxes = (sources ?? []).map(
      ({ previousRect: a, currentRect: b }: { previousRect: DOMRect; currentRect: DOMRect }) =>
        `${[a.x, a.y, a.width, a.height]} → ${[b.x, b.y, b.width, b.height]}`,
    )
    if (!hadRecentInput) watched.shifts.push({ at: entry.startTime, value, moved: boxes })
  })
  const painted = (then: () => void) => requestAnimationFrame(() => setTimeout(then))
  const look = new MutationObserver(() => {
    if (!document.querySelector(answer)) return
    look.disconnect()
    painted(() => {
      watched.answered = performance.now()
    })
  })
  look.observe(document, { childList: true, subtree: true, attributes: true })
  // From a tap to the next frame that is painted.
  document.addEventListener(
    'click',
    () => {
      const at = performance.now()
      painted(() => watched.frames.push({ at, ms: performance.now() - at }))
    },
    { capture: true },
  )
}
