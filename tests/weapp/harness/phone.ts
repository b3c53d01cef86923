/**
 * A phone with the built mini-program on it: `turnOn()` launches the package as WeChat would, and the
 * answer is used with a person's verbs: see, tap, type, go back. A promise of the package that nobody
 * catches is left to the test runner, which fails the test with its stack.
 */
import { type Crossing, type Figures, sumOf } from './figures'
import { createModules } from './modules'
import type { WeappPackage } from './package'
import type { OpenPage } from './page'
import { createRealm } from './realm'
import { createRegistry } from './registry'
import { createRouting } from './routing'
import { createVerdict } from './verdict'
import { compileView } from './view/compile'
import { openInJsdom } from './view/jsdom'
import type { Aim } from './view/protocol'
import type { WindowMaker } from './view/window'
import { createWx } from './wx'
import { audioApis } from './wx/audio'
import { identityApis } from './wx/identity'
import { interfaceApis } from './wx/interface'
import { type Backend, networkApis, type Outgoing } from './wx/network'
import { person as anyone, type Person, type WeChatAction } from './wx/person'
import { type Consent, privacyApis } from './wx/privacy'
import { type Box, queryApis } from './wx/query'
import { type Stored, storageApis } from './wx/storage'
import { systemApis } from './wx/system'

export interface Setup {
  readonly weapp: WeappPackage
  /** Origins the mini-program may talk to. */
  readonly domains: readonly string[]
  readonly backend: Backend
  readonly person?: Person
  /** The phone's time in ms; the walk's opening hours depend on it. */
  readonly clock?: () => number
  /** What an earlier launch left on the phone. */
  readonly stored?: Stored
  readonly consent?: Consent
  readonly openWindow?: WindowMaker
  /** Names of `wx` that this client does not have. */
  readonly absent?: readonly string[]
  /** Route and query, e.g. `tabs/home/index`; by default the first page of app.json. */
  readonly url?: string
}

/** How long a person waits for something to appear before calling it broken, ms. */
const patience = 30_000

export type Phone = Awaited<ReturnType<typeof turnOn>>

export async function turnOn(setup: Setup) {
  const { weapp } = setup
  const verdict = createVerdict()
  const person = setup.person ?? anyone()
  const realm = createRealm(verdict, setup.clock ?? Date.now)
  const modules = createModules(weapp, realm, verdict)
  const registry = createRegistry(realm, modules)
  const weChatActions: WeChatAction[] = []
  const sent: Outgoing[] = []
  const watchers = new Set<() => void>()
  const changed = () => {
    for (const watcher of watchers) watcher()
  }
  const agreed = new Set<string>()
  let requests = 0

  const routing = createRouting({
    weapp,
    realm,
    verdict,
    registry,
    compiled: compileView(weapp, verdict),
    openWindow: setup.openWindow ?? openInJsdom,
    theme: () => person.theme,
    changed,
    pressed: (page, openType, target) => {
      if (openType === 'agreePrivacyAuthorization') agreed.add(target.id)
      if (openType === 'share') {
        note('share', page.call('onShareAppMessage', realm.json({ from: 'button', target })))
      }
    },
  })
  const note = (api: string, options: unknown) => {
    weChatActions.push({ api, options })
    changed()
  }
  const network = networkApis({
    realm,
    verdict,
    person,
    domains: setup.domains,
    backend: setup.backend,
    sent,
    busy: (delta) => {
      requests += delta
      changed()
    },
  })
  const system = systemApis(realm, person)
  const consent = setup.consent ?? { privacy: false, scopes: new Map<string, boolean>() }

  function current(): OpenPage {
    const page = routing.stack[routing.stack.length - 1]
    if (page === undefined) throw new Error('no page is open')
    return page
  }
  async function measure(owner: unknown, selector: string | null): Promise<Box[]> {
    const page = routing.stack.find(({ self }) => self === owner) ?? current()
    return JSON.parse(await (await page.window).ask('measure', selector ?? 'body'))
  }
  const mapAttributes = async (id: string): Promise<Record<string, unknown> | null> =>
    JSON.parse(await (await current().window).ask('attributes', `#${id}`))

  realm.define(
    'wx',
    createWx(
      verdict,
      {
        ...routing.apis,
        ...network.apis,
        ...system.apis,
        ...storageApis(realm, setup.stored ?? new Map()),
        ...interfaceApis(realm, person, note),
        ...audioApis({ weapp, realm, verdict, note }),
        ...identityApis(realm, person, note),
        ...privacyApis({ weapp, realm, verdict, person, consent, agreed, note }),
        ...queryApis({ realm, measure, mapAttributes }),
      },
      setup.absent,
    ),
  )
  realm.define('getCurrentPages', () => routing.stack.map(({ self }) => self))

  const url = setup.url ?? weapp.pages[0] ?? ''
  modules.load('app.js')
  const launchOptions = realm.json({ path: url, query: {}, scene: 1001, referrerInfo: {} })
  realm.call('App onLaunch', registry.app().onLaunch, registry.app(), launchOptions)
  realm.call('App onShow', registry.app().onShow, registry.app(), launchOptions)
  await routing.launch(`/${url}`)

  /** Looks again after every change until `look` finds something; fails with what is on screen. */
  async function until<T>(what: string, look: () => Promise<T | null>): Promise<T> {
    return await new Promise<T>((resolve, reject) => {
      let looking = false
      let again = false
      const done = () => {
        clearTimeout(deadline)
        watchers.delete(check)
      }
      const check = async () => {
        again = looking
        if (looking) return
        looking = true
        const found = await look().catch((error) => {
          done()
          reject(error)
          return null
        })
        looking = false
        if (found !== null) {
          done()
          resolve(found)
        } else if (again) check()
      }
      const deadline = setTimeout(async () => {
        done()
        reject(new Error(`${what}\n${await report()}`))
      }, patience)
      watchers.add(check)
      check()
    })
  }

  async function report(): Promise<string> {
    const page = current()
    const lines = await (await page.window).ask('text')
    const findings = verdict.violations.map(({ rule, detail }) => `! ${rule}: ${detail}`)
    return [`on ${page.route}:`, lines, ...findings, ...realm.logs.slice(-10)].join('\n')
  }

  const toAim = (aim: string | Aim): Aim => (typeof aim === 'string' ? { name: aim } : aim)
  async function fire(aim: string | Aim, type: string, detail: unknown): Promise<void> {
    const target = toAim(aim)
    await until(`no ${target.tag ?? 'element'} "${target.name}" to ${type}`, async () => {
      const hit = await (await current().window).ask(
        'fire',
        JSON.stringify(target),
        type,
        JSON.stringify(detail),
      )
      return hit === 'fired' ? hit : null
    })
  }

  return {
    verdict,
    person,
    weChatActions,
    sent,
    consent,
    logs: realm.logs,
    /** The route on screen. */
    route: () => current().route,
    /** All the text on screen, a block a line. */
    text: async (): Promise<string> => await (await current().window).ask('text'),
    /** Controls on screen that a screen reader cannot name, as outlines. */
    nameless: async (): Promise<string[]> => JSON.parse(await (await current().window).ask('nameless')),
    outline: async (): Promise<string> => await (await current().window).ask('outline'),
    window: () => current().window,
    /** Resolves when the text is on screen (or the pattern matches). */
    sees: (wanted: string | RegExp) =>
      until(`does not see ${wanted}`, async () => {
        const text = await (await current().window).ask('text')
        const there = typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)
        return there ? text : null
      }),
    /** Resolves when the text is on screen no more. */
    seesNoMore: (unwanted: string) =>
      until(`still sees ${unwanted}`, async () => {
        const text = await (await current().window).ask('text')
        return text.includes(unwanted) ? null : text
      }),
    /** Looks again after every change until `look` finds something; fails with `what` and what is on screen. */
    until,
    /** Resolves when this page is on screen. */
    arrives: (route: string) =>
      until(`does not arrive at ${route}`, async () => {
        const page = current()
        if (page.route !== route) return null
        await page.window
        return route
      }),
    /** Resolves when a action of WeChat itself was asked for. */
    witnesses: (api: string) =>
      until(
        `WeChat was not asked for ${api}`,
        async () => weChatActions.findLast((action) => action.api === api) ?? null,
      ),
    /** Resolves when nothing is under way: no request, and nothing crosses to the view for ten turns of the loop. */
    quiet: () =>
      until('never quiet', async () => {
        const before = totalOf(routing.opened)
        for (let turn = 0; turn < 10 && requests === 0; turn++) {
          await new Promise((resolve) => realm.setTimeout(() => resolve(null), 0))
        }
        return requests === 0 && totalOf(routing.opened) === before ? true : null
      }),
    tap: (aim: string | Aim) => fire(aim, 'tap', {}),
    /** Writes into an input as a keyboard does: focus, one event with the whole text, done. */
    type: async (aim: string | Aim, value: string) => {
      const target = { ...toAim(aim) }
      await fire(target, 'focus', { value: '', height: 300 })
      await fire(target, 'input', { value, cursor: value.length, keyCode: 0 })
    },
    /** Any other event of a component, such as `markertap` of the map. */
    fire,
    back: () => routing.back(),
    tab: (route: string) => routing.tab(`/${route}`),
    switchNetwork: network.switchTo,
    switchTheme: system.switchTheme,
    report,
    /** setData of every page opened so far, by route. */
    figures: (): Map<string, Figures> => {
      const byRoute = new Map<string, Crossing[]>()
      for (const { route, crossings } of routing.opened) {
        byRoute.set(route, [...(byRoute.get(route) ?? []), ...crossings])
      }
      return new Map([...byRoute].map(([route, crossings]) => [route, sumOf(crossings)]))
    },
    turnOff: async () => {
      realm.close()
      await routing.close()
    },
  }
}

const totalOf = (pages: readonly OpenPage[]) =>
  pages.reduce((sum, { crossings }) => sum + crossings.length, 0)
