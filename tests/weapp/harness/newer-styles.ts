/** What a style sheet asks for that the oldest phones do not know. */
import type { Identifier } from '@mdn/browser-compat-data'
import postcss, { type AtRule, type Declaration, type Node, type Rule } from 'postcss'
import parseSelectors from 'postcss-selector-parser'
import { withoutFlexGap } from '../../../miniapp/config/flex-gap'
import { atRules, missingOn, properties, selectors, types } from './support-data'

/**
 * Newer than the floor and yet harmless: without it a phone shows the same words and the same buttons.
 * Each says what is different then.
 */
const harmless: Record<string, string> = {
  'text-wrap': 'a last line may hold one word',
  'overscroll-behavior': 'the page may move a little when a list has reached its end',
  'scrollbar-width': 'a bar may show under what scrolls',
  'forced-color-adjust': 'no phone without it forces colours',
  '@media forced-colors': 'no phone without it forces colours',
  'scroll-margin-top': 'what is scrolled to may stand at the very edge',
  cursor: 'a finger has none',
}

/** One line a finding: `selector { declaration }: iOS 14.5, Chrome 87`. */
export function newerStyles(text: string): string[] {
  const found = new Set<string>()
  const root = postcss.parse(text)
  const boxes = displays(root)
  root.walk((node) => {
    // What stands behind a question is only read by those who know it.
    if (isAsked(node)) return
    for (const finding of findings(node, boxes)) found.add(finding)
  })
  for (const selector of gapsWithoutFallback(root, boxes))
    found.add(`${selector} { gap }: no margins for iOS before 14.5`)
  return [...found]
}

function findings(node: Node, boxes: ReadonlyMap<string, string>): string[] {
  if (isAtRule(node)) return named(`@${node.name} ${node.params}`, atRuleFeatures(node))
  if (isRule(node)) return node.selectors.flatMap((selector) => named(selector, selectorFeatures(selector)))
  if (!isDeclaration(node) || node.prop in harmless || hasPrefixedTwin(node)) return []
  const selector = isRule(node.parent) ? node.parent.selector : ''
  const where = `${selector} { ${node.prop}: ${node.value.slice(0, 60)} }`
  if (!isOwnName(node.prop) && properties[node.prop] === undefined) return [`${where}: no such property`]
  return named(where, declarationFeatures(node, boxes))
}

/** `-webkit-user-select` before `user-select`, as the build writes it. */
const hasPrefixedTwin = ({ prop, parent }: Declaration) =>
  parent?.some((node) => isDeclaration(node) && node.prop === `-webkit-${prop}`) ?? false

const named = (where: string, features: (Identifier | string | undefined)[]) =>
  features.flatMap((feature) => {
    const missing = typeof feature === 'string' ? feature : missingOn(feature)
    return missing === null ? [] : [`${where}: ${missing}`]
  })

function atRuleFeatures({ name, params }: AtRule): (Identifier | string | undefined)[] {
  if (name === 'import' || name === 'charset') return []
  const rule = atRules[name.replace(/^-webkit-/, '')]
  if (rule === undefined) return ['no such rule']
  if (name !== 'media') return [rule]
  const media = [...params.matchAll(/\(([a-z-]+)/g)]
    .map(([, feature = '']) => feature.replace(/^(min|max)-/, ''))
    .filter((feature) => !(`@media ${feature}` in harmless))
  return [rule, ...media.map((feature) => rule[feature]), /[<>]/.test(params) ? rule.range_syntax : undefined]
}

/** WXSS knows no `*`; its own compiler says so too, where it runs. */
function selectorFeatures(selector: string): (Identifier | string | undefined)[] {
  const features: (Identifier | string | undefined)[] = []
  parseSelectors((parsed) =>
    parsed.walk(({ type, value = '' }) => {
      if (type === 'universal') features.push('WXSS has no *')
      if (type === 'nesting') features.push(selectors.nesting)
      if (type === 'pseudo') features.push(selectors[value.replace(/^::?/, '')])
    }),
  ).processSync(selector)
  return features
}

function declarationFeatures({ prop, value, parent }: Declaration, boxes: ReadonlyMap<string, string>) {
  // Names of one's own, and names of one engine, which the others pass over.
  const property = isOwnName(prop) ? undefined : properties[prop]
  const plain = value.replace(/url\([^)]*\)|"[^"]*"|'[^']*'/g, '')
  const functions = [...plain.matchAll(/([a-z-]+)\(/g)].map(
    ([, name = '']) => types[name] ?? types.color?.[name],
  )
  const units = [...plain.matchAll(/\d(cap|rcap|ch|ic|lh|rlh|[dsl]v(?:h|w|i|b|min|max))\b/g)].map(
    ([, unit = '']) => unitFeature(unit),
  )
  const words = [...plain.replace(/--[\w-]+/g, '').matchAll(/(?<![\w-])-?[a-z][a-z-]*(?![\w(-])/g)].map(
    ([word]) => property?.[word],
  )
  // A grid had its gap long before a flex box.
  const isGap = /^(row-|column-)?gap$/.test(prop)
  if (isGap && isRule(parent))
    return [...functions, boxOf(parent, boxes) === 'grid' ? property?.grid_context : undefined]
  return [property, ...functions, ...units, ...words]
}

function unitFeature(unit: string): Identifier | undefined {
  const length = types.length
  const kinds = { d: 'dynamic', s: 'small', l: 'large' } as const
  const [first] = unit
  const isViewport = /^[dsl]v/.test(unit) && (first === 'd' || first === 's' || first === 'l')
  return isViewport ? length?.[`viewport_percentage_units_${kinds[first]}`] : length?.[unit]
}

/** How each class is laid out where nothing narrows its rule. */
function displays(root: postcss.Root): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  root.walkDecls('display', ({ parent, value }) => {
    if (isRule(parent))
      for (const selector of parent.selectors) found.set(selector, value.includes('grid') ? 'grid' : value)
  })
  return found
}

const boxOf = (rule: Rule, boxes: ReadonlyMap<string, string>) => {
  const subject = /\.[^\s>+~.:]+(?=[^\s>+~]*$)/.exec(rule.selector)?.[0] ?? ''
  return boxes.get(rule.selector) ?? boxes.get(subject) ?? 'flex'
}

/** Flex boxes with a gap whose children have no margins in its place (miniapp/config/flex-gap.ts). */
function gapsWithoutFallback(root: postcss.Root, boxes: ReadonlyMap<string, string>): string[] {
  const mended = new Set<string>()
  root.walkAtRules('supports', (rule) => {
    if (rule.params.replace(/\s/g, '') === withoutFlexGap.replace(/\s/g, ''))
      rule.walkRules(({ selector }) => void mended.add(selector))
  })
  const found: string[] = []
  root.walkDecls(/^(row-|column-)?gap$/, (declaration) => {
    const rule = declaration.parent
    if (
      !isRule(rule) ||
      isAsked(declaration) ||
      boxOf(rule, boxes) === 'grid' ||
      /^0(px)?$/.test(declaration.value)
    )
      return
    found.push(...rule.selectors.filter((selector) => !mended.has(selector)))
  })
  return found
}

function isAsked(node: Node): boolean {
  for (let above: Node | undefined = node; above !== undefined; above = above.parent) {
    if (isAtRule(above) && above.name === 'supports' && above !== node) return true
  }
  return false
}

const isOwnName = (name: string) => name.startsWith('-')
const isAtRule = (node: Node | undefined): node is AtRule => node?.type === 'atrule'
const isRule = (node: Node | undefined): node is Rule => node?.type === 'rule'
const isDeclaration = (node: Node): node is Declaration => node.type === 'decl'
