/** The view in jsdom: no layout and no pixels, but the whole tree, its styles by class, and its events. */
import vm from 'node:vm'
import { type DOMWindow, JSDOM } from 'jsdom'
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
  Reflect.set(dom.window, 'getComputedStyle', visibilityIn(dom.window))
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

type Visibility = Pick<CSSStyleDeclaration, 'display' | 'visibility'>

/**
 * What reading.ts asks of a computed style, by jsdom's own cascade: of the rules that match, the last one counts. jsdom works out
 * every property by every rule for each look, which was half of what a walk cost; few rules hide anything.
 */
function visibilityIn(window: DOMWindow): (element: Element) => Visibility {
  let rules: CSSStyleRule[] | null = null
  return (element) => {
    rules ??= [...window.document.styleSheets].flatMap(({ cssRules }) => styleRules(cssRules))
    const matches = ({ selectorText }: CSSStyleRule) => element.matches(selectorText)
    const own = element instanceof window.HTMLElement ? [element.style] : []
    const computed = { display: 'inline', visibility: 'visible' }
    if (!own.some(hides) && !rules.some((rule) => hides(rule.style) && matches(rule))) return computed
    for (const { display, visibility } of [...rules.filter(matches).map(({ style }) => style), ...own]) {
      computed.display = display || computed.display
      computed.visibility = visibility || computed.visibility
    }
    return computed
  }
}

const hides = ({ display, visibility }: Visibility) => display === 'none' || visibility === 'hidden'

/** jsdom takes what is for screens, and no other medium. */
const styleRules = (rules: CSSRuleList): CSSStyleRule[] =>
  [...rules].flatMap((rule) => {
    if (isMediaRule(rule)) return Array.from(rule.media).includes('screen') ? styleRules(rule.cssRules) : []
    return isStyleRule(rule) ? [rule] : []
  })

const isMediaRule = (rule: CSSRule): rule is CSSMediaRule => 'media' in rule
const isStyleRule = (rule: CSSRule): rule is CSSStyleRule => 'selectorText' in rule
