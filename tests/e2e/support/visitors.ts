/** People with a phone in their hand: a browser a file, a fresh context a person, and a record of what happened. */
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page, Request } from 'playwright-core'
import type { SessionResponse } from '../../../functions/identity/contract'
import { launchBrowser, phone } from '../../support/browser'
import { member, storedSession } from './people'
import { catalogue, ordinaryMorning, origin } from './server'

export type Visitor = {
  page: Page
  context: BrowserContext
  /** Every request that this person's browser made, in order. */
  requests: Request[]
  /** Goes to a page of the app, e.g. `/places/pages/aid/index`, by a full load. */
  open(route: string): Promise<void>
  /** Sets the clock on the wall, ms. */
  setTime(at: number): Promise<void>
}

export type VisitOptions = BrowserContextOptions & {
  /** Where to begin; the home page if absent. */
  route?: string
  /** Never was here before: the age was not answered. */
  isNew?: boolean
  /** Never chose a city. */
  withoutCity?: boolean
  elder?: boolean
  /** Logged in, by the name that the stand-in for WeChat knows them by. */
  as?: string
  /** Logged in otherwise than on a phone. */
  session?: () => Promise<SessionResponse>
  /** `real` runs: tokens, orders and codes are of the server's time. For whoever is logged in it does; else it stands. */
  clock?: 'still' | 'real'
  /** What the browser is bound to complain of in this test, e.g. a request that fails by intent. */
  mayLog?: RegExp
  /** Runs before the first page is loaded. */
  prepare?: (context: BrowserContext) => Promise<unknown>
}

export type Visits = {
  visit(options?: VisitOptions): Promise<Visitor>
  /** What the clock shows to every visitor until changed, ms. */
  readonly now: number
}

/** ms after which a step that has not come about never will: on a machine with ten times its load a page takes many seconds. */
const patience = 45_000

/** Call once at the top of a test file. After each test its visitors leave, and none may have met an error. */
export function withVisitors(): Visits {
  // For what hangs; a busy machine does not fail a test.
  jest.setTimeout(180_000)
  let browser: Browser
  let open: OpenVisits | null = null
  const opened = (): OpenVisits => {
    if (!open) throw new Error('visitors come once a test has begun')
    return open
  }
  beforeAll(async () => {
    browser = await launchBrowser()
    open = await openVisits(browser)
  })
  afterEach(async () => expect(await open?.leave()).toEqual([]))
  afterAll(() => browser?.close())

  return {
    visit: (options) => opened().visit(options),
    get now() {
      return opened().now
    },
  }
}

type OpenVisits = Visits & {
  /** Ends all visits; what the browser complained of in them. */
  leave(): Promise<string[]>
}

/** The same outside of tests. Somebody visits first, so that others can be people who have been here before. */
export async function openVisits(browser: Browser): Promise<OpenVisits> {
  const now = ordinaryMorning(await catalogue())
  /** What the phone of somebody who has been here before keeps. */
  let settings: Storage = { cookies: [], origins: [] }
  const contexts: BrowserContext[] = []
  const complaints: string[] = []

  async function visit(options: VisitOptions = {}): Promise<Visitor> {
    const {
      route = '/',
      isNew,
      withoutCity,
      elder,
      as,
      session: logIn = as ? phoneOf(as) : undefined,
      clock = logIn ? 'real' : 'still',
      mayLog,
      prepare,
      ...rest
    } = options
    const session = await logIn?.()
    const known = only(settings, [
      ...(isNew ? [] : ['fuyi.age']),
      ...(withoutCity ? [] : ['fuyi.city']),
      ...(elder ? ['fuyi.elder'] : []),
    ])
    const context = await browser.newContext({
      ...phone,
      // The clock stands still, and so would whatever moves by it.
      reducedMotion: 'reduce',
      // What the browser keeps of the program answers before the network does, unseen; offline.test.ts is about it.
      serviceWorkers: 'block',
      baseURL: origin(),
      storageState: session ? loggedIn(known, storedSession(session)) : known,
      ...rest,
    })
    contexts.push(context)
    const visitor = await visitorIn(context, { now: clock === 'real' ? null : now, complaints, mayLog })
    await prepare?.(context)
    await visitor.open(route)
    return visitor
  }

  /** What was complained of belongs to the try that ends: nothing is left for the next one, however this one went. */
  async function leave(): Promise<string[]> {
    const closed = await Promise.allSettled(contexts.splice(0).map((context) => context.close()))
    const failed = closed.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))
    return [...complaints.splice(0), ...failed]
  }

  const { page, context } = await visit({ isNew: true, withoutCity: true })
  await page.getByRole('button', { name: '我已满 18 周岁' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /^淮安/ }).click()
  await seen(page, '现在开着，离得最近').waitFor()
  await page.getByRole('switch', { name: '大字版' }).click()
  await page.getByRole('switch', { name: '大字版', checked: true }).waitFor()
  settings = await context.storageState()
  await Promise.all(contexts.splice(0).map((one) => one.close()))
  return { visit, now, leave }
}

const phoneOf = (name: string) => async () => (await member(name)).session

type Storage = Awaited<ReturnType<BrowserContext['storageState']>>

/** Everything else, the catalogue above all, each visitor fetches anew. */
function only({ cookies, origins }: Storage, names: readonly string[]): Storage {
  const localStorage = origins.flatMap((one) => one.localStorage.filter(({ name }) => names.includes(name)))
  return { cookies, origins: origins.slice(0, 1).map((one) => ({ ...one, localStorage })) }
}

function loggedIn({ cookies, origins }: Storage, session: { name: string; value: string }): Storage {
  return {
    cookies,
    origins: origins.map((one) => ({ ...one, localStorage: [...one.localStorage, session] })),
  }
}

/** `now`: where the clock stands; null: it runs. */
type Watch = { now: number | null; complaints: string[]; mayLog?: RegExp }

async function visitorIn(context: BrowserContext, { now, complaints, mayLog }: Watch): Promise<Visitor> {
  context.setDefaultTimeout(patience)
  const requests: Request[] = []
  const complain = (text: string) => {
    if (!mayLog?.test(text) && !text.includes('registration blocked by Playwright'))
      complaints.push(text.slice(0, 500))
  }
  context.on('request', (request) => requests.push(request))
  context.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) complain(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => complain(`uncaught: ${error.error().message}`))
  const page = await context.newPage()
  if (now !== null) await page.clock.setFixedTime(now)
  return {
    page,
    context,
    requests,
    async open(route) {
      // A change of the hash alone would be no load.
      if (page.url() !== 'about:blank') await page.goto('about:blank')
      await page.goto(`/#${route}`)
    },
    setTime: (at) => page.clock.setFixedTime(at),
  }
}

/** The page in front: the ones it was reached from stay in the document, unseen. */
export function seen(page: Page, text: string | RegExp): Locator {
  return page.getByText(text).filter({ visible: true }).first()
}

/**
 * Opens a page anew until what somebody has just written is on it: public answers may be some seconds old, and a page asks
 * once. `isDrawn`: what stands on the page as soon as its answer has come.
 */
export async function openUntil(
  { page, open }: Pick<Visitor, 'page' | 'open'>,
  route: string,
  isDrawn: Locator,
  wanted: Locator,
): Promise<void> {
  const openAgain = async () => {
    await open(route)
    await isDrawn.waitFor()
    return wanted.isVisible()
  }
  await until(page, openAgain, (isThere) => isThere)
}

/** Looks again with every frame until it is so, and fails with what it was last. */
export async function until<T>(
  page: Page,
  read: () => Promise<T>,
  wanted: (value: T) => boolean,
): Promise<T> {
  let last = await read()
  const end = Date.now() + patience
  while (!wanted(last)) {
    if (Date.now() > end) throw new Error(`it never became so; last it was ${JSON.stringify(last)}`)
    await page.evaluate(() => new Promise(requestAnimationFrame))
    last = await read()
  }
  return last
}

/** Metres that a text such as `350 米`, `1.2 公里` or `50 米内` stands for, and how far off it may be by rounding. */
export function metresIn(text: string): { metres: number; within: number } {
  const found = /(\d+(?:\.\d)?) (米|公里)(内?)/.exec(text)
  if (!found) throw new Error(`no distance in “${text}”`)
  const [, figure = '', unit, inside] = found
  if (inside) return { metres: 25, within: 26 }
  if (unit === '米') return { metres: Number(figure), within: 6 }
  return { metres: Number(figure) * 1000, within: figure.includes('.') ? 51 : 501 }
}
