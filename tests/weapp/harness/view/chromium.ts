/** The view in a real browser, for pictures: the same scripts as in jsdom, with layout and paint. */
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { phone as device } from '../../../support/browser'
import { clientScript } from './compile'
import type { FromView } from './protocol'
import type { Ask, WindowMaker } from './window'

/** Pages are served from here and nowhere else, so that pictures of the package resolve. */
const origin = 'http://weapp.local'

/** `onPage` is called with each browser page, for screenshots; `restyle` may change the styles of every page. */
export function openInChromium(
  browser: Browser,
  onPage: (route: string, page: Page) => void,
  restyle = (css: string) => css,
): WindowMaker {
  return async ({ weapp, compiled, route, stage, theme, onMessage }) => {
    const context = await browser.newContext({ ...device, colorScheme: theme })
    const page = await context.newPage()
    await page.route('**/*', async (request) => {
      const file = new URL(request.request().url()).pathname.slice(1)
      if (file === route) {
        const body = `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>${restyle(compiled.styles(route))}</style></head><body></body></html>`
        return request.fulfill({ contentType: 'text/html', body })
      }
      if (!weapp.has(file)) return request.abort()
      return request.fulfill({ path: path.join(weapp.root, file) })
    })
    await page.exposeFunction('weappPost', (message: string) => {
      const parsed: FromView = JSON.parse(message)
      onMessage(parsed)
    })
    await page.goto(`${origin}/${route}`)
    await page.addScriptTag({ content: compiled.templates })
    await page.addScriptTag({ content: clientScript() })
    const ask: Ask = (name, ...args) =>
      page.evaluate(([called, given]) => Reflect.apply(window.weappView[called], window.weappView, given), [
        name,
        args,
      ] as const)
    await ask('open', JSON.stringify(stage))
    onPage(route, page)
    return { ask, close: () => context.close() }
  }
}
