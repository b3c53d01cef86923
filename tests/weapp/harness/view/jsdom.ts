/** The view in jsdom: no layout and no pixels, but the whole tree, its styles by class, and its events. */
import vm from 'node:vm'
import { JSDOM } from 'jsdom'
import { screen } from '../wx/system'
import { clientScript } from './compile'
import type { Ask, WindowMaker } from './window'

let client: vm.Script | null = null

export const openInJsdom: WindowMaker = async ({ compiled, route, stage, onMessage }) => {
  const dom = new JSDOM(
    `<!doctype html><html><head><style>${compiled.styles(route)}</style></head><body></body></html>`,
    {
      runScripts: 'outside-only',
      pretendToBeVisual: true,
      beforeParse(window) {
        Object.assign(window, { innerWidth: screen.width, innerHeight: screen.height })
      },
    },
  )
  client ??= new vm.Script(clientScript(), { filename: 'weapp view' })
  const context = dom.getInternalVMContext()
  Reflect.set(dom.window, 'weappPost', (message: string) => onMessage(JSON.parse(message)))
  vm.runInContext(compiled.templates, context, { filename: 'weapp templates' })
  client.runInContext(context)
  const { weappView } = dom.window
  const ask: Ask = async (name, ...args) => Reflect.apply(weappView[name], weappView, args)
  weappView.open(JSON.stringify(stage))
  return {
    ask,
    close: async () => dom.window.close(),
  }
}
