/** Somebody who opens an exhibit that was shared with them: a weak phone on a weak network, with nothing kept. */
import type { Browser, Page } from 'playwright-core'
import type { Watched } from '../first-visit/in-page'
import { judged, newcomer, slowPage, untilAnswered } from '../first-visit/visits'
import { calibrationLoop } from '../machine'

/** A picture of the page: its own width, that of its place on the screen in pixels of the screen, and its bytes on the way. */
export type Picture = { isLazy: boolean; width: number; place: number; bytes: number }
/** ms since the visit began. `pictured`: the last picture of the first window is there; null: there is none. */
export type ExhibitVisit = {
  firstPaint: number
  readable: number
  pictured: number | null
  shift: number
  /** Of what `shift` is the sum, with what moved from where to where. */
  moved: Watched['shifts']
  calibration: number
  pictures: Picture[]
  /** What came before it was readable, gzip or brotli as on the way, and in how many requests. */
  bytes: number
  requests: number
}

/** Its title stands there, and with it, in the same moment, its text. */
const title = 'h2.heading'

export async function exhibitVisit(
  browser: Browser,
  url: string,
  exhibit: { route: string; title: string },
): Promise<ExhibitVisit> {
  const context = await newcomer(browser, url, { answer: title })
  try {
    const page = await slowPage(context)
    await page.goto(`${url}/#${exhibit.route}`)
    await untilAnswered(page)
    const shown = await page.locator(title).first().textContent()
    if (shown !== exhibit.title) throw new Error(`${shown} is shown instead of ${exhibit.title}`)
    await page.waitForLoadState('networkidle')
    const { firstPaint, answered, shift, watched } = judged(await page.evaluate(() => window.watched))
    const before = await cameBefore(page, answered)
    const pictures = await page.evaluate(picturesIn)
    const calibration = await page.evaluate(calibrationLoop)
    const pictured = await page.evaluate(pictureShownAt)
    return {
      firstPaint,
      readable: answered,
      pictured,
      shift,
      moved: watched.shifts,
      calibration,
      pictures,
      ...before,
    }
  } finally {
    await context.close()
  }
}

const cameBefore = (page: Page, at: number) =>
  page.evaluate((until) => {
    const all = performance
      .getEntriesByType('resource')
      .filter((one) => one instanceof PerformanceResourceTiming)
    const before = all.filter(({ responseEnd }) => responseEnd <= until)
    return { bytes: before.reduce((sum, { transferSize }) => sum + transferSize, 0), requests: before.length }
  }, at)

/** Those of its content that have come. Runs in the page. */
const picturesIn = (): Picture[] =>
  [...document.images]
    .filter((image) => image.currentSrc.includes('/media/') && image.naturalWidth > 0)
    .map((image) => {
      const [entry] = performance.getEntriesByName(image.currentSrc)
      return {
        isLazy: image.loading === 'lazy',
        width: image.naturalWidth,
        place: Math.round(image.clientWidth * devicePixelRatio),
        bytes: entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0,
      }
    })

/** Runs in the page. */
const pictureShownAt = (): number | null => {
  const ends = [...document.images]
    .filter(
      (image) => image.currentSrc.includes('/media/') && image.getBoundingClientRect().top < innerHeight,
    )
    .flatMap((image) => performance.getEntriesByName(image.currentSrc))
    .flatMap((entry) => (entry instanceof PerformanceResourceTiming ? [entry.responseEnd] : []))
  return ends.length > 0 ? Math.max(...ends) : null
}
