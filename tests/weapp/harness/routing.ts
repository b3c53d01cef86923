/**
 * The page stack and the calls that move it, with WeChat's refusals: no `navigateTo` to a tab, no
 * `switchTab` elsewhere, ten pages deep at most, nothing that app.json does not list.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/app-service/route.html
 */

import { resolveFrom } from './package'
import { type OpenPage, openPage, type PageWorld } from './page'
import { errorText } from './verdict'
import { answer, WxFailure } from './wx/call'

const maxDepth = 10

export interface Routing {
  readonly apis: Record<string, unknown>
  /** Pages from the bottom of the stack to the one on screen. */
  readonly stack: readonly OpenPage[]
  /** Every page ever opened, closed ones included, in order. */
  readonly opened: readonly OpenPage[]
  launch(url: string): Promise<void>
  /** The person presses WeChat's own back arrow. */
  back(): Promise<void>
  /** The person presses a tab of WeChat's own tab bar. */
  tab(route: string): Promise<void>
  close(): Promise<void>
}

export function createRouting(world: PageWorld): Routing {
  const { weapp, realm, verdict } = world
  const stack: OpenPage[] = []
  const opened: OpenPage[] = []
  /** Tab pages live on when another tab is shown. */
  const tabs = new Map<string, OpenPage>()
  const top = () => stack[stack.length - 1]

  function resolve(url: unknown): { route: string; query: Record<string, string> } {
    // Not `new URL`: it would encode what WeChat hands over as written; decoding is the page's business.
    const [path = '', search = ''] = String(url).split('?')
    const route = resolveFrom(top()?.route ?? 'app', path)
    if (!weapp.pages.includes(route)) {
      verdict.report('unknown page', String(url))
      throw new WxFailure(`page "${route}" is not found`)
    }
    const pairs = search.split('&').filter(Boolean)
    const query = Object.fromEntries(
      pairs.map((pair): [string, string] => {
        const [name = '', ...value] = pair.split('=')
        return [name, value.join('=')]
      }),
    )
    return { route, query }
  }

  async function show(route: string, query: Record<string, string>): Promise<OpenPage> {
    try {
      const page = openPage(world, route, query)
      opened.push(page)
      stack.push(page)
      await page.window
      page.call('onLoad', page.self.options)
      page.call('onShow')
      realm.setTimeout(() => page.call('onReady'), 0)
      world.changed()
      return page
    } catch (thrown) {
      verdict.report('uncaught error', `opening ${route}: ${errorText(thrown)}`)
      throw thrown
    }
  }

  async function unload(page: OpenPage): Promise<void> {
    tabs.delete(page.route)
    page.call('onUnload')
    await page.close()
  }

  async function navigateTo(url: unknown): Promise<void> {
    const { route, query } = resolve(url)
    if (weapp.tabs.includes(route)) {
      verdict.report('navigateTo a tab page', route)
      throw new WxFailure('can not navigateTo a tabbar page')
    }
    if (stack.length >= maxDepth) {
      verdict.report('page stack', `navigateTo ${route} with ${maxDepth} pages open`)
      throw new WxFailure('webview count limit exceed')
    }
    top()?.call('onHide')
    await show(route, query)
  }

  async function redirectTo(url: unknown): Promise<void> {
    const { route, query } = resolve(url)
    if (weapp.tabs.includes(route)) {
      verdict.report('navigateTo a tab page', `redirectTo ${route}`)
      throw new WxFailure('can not redirectTo a tabbar page')
    }
    const leaving = stack.pop()
    if (leaving !== undefined) await unload(leaving)
    await show(route, query)
  }

  async function switchTab(url: unknown): Promise<void> {
    const { route } = resolve(url)
    if (!weapp.tabs.includes(route)) throw new WxFailure('can not switch to no-tabBar page')
    const current = top()
    if (current?.route === route) return
    if (current !== undefined && tabs.has(current.route)) current.call('onHide')
    for (const page of stack.splice(0).reverse()) {
      if (tabs.get(page.route) !== page) await unload(page)
    }
    const kept = tabs.get(route)
    if (kept === undefined) {
      tabs.set(route, await show(route, {}))
      return
    }
    stack.push(kept)
    kept.call('onShow')
    world.changed()
  }

  async function navigateBack(delta: number): Promise<void> {
    if (stack.length <= 1) throw new WxFailure('cannot navigate back at first page.')
    for (const page of stack.splice(Math.max(1, stack.length - delta)).reverse()) await unload(page)
    top()?.call('onShow')
    world.changed()
  }

  async function reLaunch(url: unknown): Promise<void> {
    const { route, query } = resolve(url)
    for (const page of new Set([...stack.splice(0), ...tabs.values()])) await unload(page)
    const page = await show(route, query)
    if (weapp.tabs.includes(route)) tabs.set(route, page)
  }

  const byUrl = (name: string, work: (url: unknown) => Promise<void>) => ({
    [name]: (options: unknown) => answer(realm, name, options, ({ url }) => work(url)),
  })
  return {
    apis: {
      ...byUrl('navigateTo', navigateTo),
      ...byUrl('redirectTo', redirectTo),
      ...byUrl('switchTab', switchTab),
      ...byUrl('reLaunch', reLaunch),
      navigateBack: (options: unknown) =>
        answer(realm, 'navigateBack', options, ({ delta }) =>
          navigateBack(typeof delta === 'number' ? delta : 1),
        ),
    },
    stack,
    opened,
    launch: reLaunch,
    back: () => navigateBack(1),
    tab: switchTab,
    close: async () => {
      for (const page of new Set([...stack, ...tabs.values()])) await page.close()
    },
  }
}
