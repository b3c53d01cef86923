/**
 * Space between the children of flex boxes for phones that know no `gap` there (iOS before 14.5): the same space as
 * margins of the children, which only those phones read. Whoever writes a style writes `gap` and nothing else.
 *
 * Nobody can ask a browser for `gap` in flex boxes, since grids had it earlier. `inset` came with it on iOS; an engine
 * that has one and not the other (Chrome 84 to 86) takes the margins as well, for with them goes `gap: 0`.
 *
 * A margin of a child's own on that side gives way, but for `auto`. WXSS has no `*`, so every element that Taro draws
 * carries the class `anyElement` (flex-gap-plugin.ts).
 */
import postcss, { type AtRule, type Container, type Rule } from 'postcss'
import parseSelectors from 'postcss-selector-parser'

export const anyElement = 'e'
export const withoutFlexGap = 'not (inset: 0)'

/** What the style sheet says of a box, as far as it matters here. */
interface Box {
  display?: string
  direction?: string
  wrap?: string
  rowGap?: string
  columnGap?: string
}
type Margins = Record<string, string>
/** `between` for every child but the first, `each` for every child, `last` for the last, `own` for the box. */
type Spacing = { between?: Margins; each?: Margins; last?: Margins; own?: Margins }

/** The style sheet with its fallback at the end. Gaps of grids stay, which all phones know. */
export function withGapFallback(css: string): string {
  const root = postcss.parse(css)
  const boxes = new Map<string, Box>()
  const fallback = postcss.atRule({ name: 'supports', params: withoutFlexGap })
  root.walkRules((rule) => {
    for (const selector of rule.selectors) {
      const lines = [...fallbackOf(rule, selector, boxes), ...autoMargins(rule, selector)]
      if (lines.length > 0) placeIn(fallback, rule).append(lines.join(''))
    }
  })
  if (fallback.nodes !== undefined && fallback.nodes.length > 0) root.append(fallback)
  return root.toString()
}

/** Rules for one selector; remembers what it says of its classes for rules that say less. */
function fallbackOf(rule: Rule, selector: string, boxes: Map<string, Box>): string[] {
  const said = readBox(rule)
  const classes = subjectClasses(selector)
  if (Object.keys(said).length === 0 || classes.length === 0) return []
  const known = Object.assign({}, ...classes.map((name) => boxes.get(name)))
  const box: Box = { ...known, ...said }
  // Where nothing narrows the selector, this is the default for the box.
  const [name = ''] = classes
  if (classes.length === 1 && isPlain(rule, selector)) boxes.set(name, box)
  const before = spacingOf(known, rule)
  const now = spacingOf(box, rule)
  if (now === null && before === null) return []
  if (now === null) return [`${selector}{gap:${gapOf(box)}}`, ...written(selector, zeroed(before))]
  return [`${selector}{gap:0}`, ...written(selector, merged(zeroed(before), now))]
}

const read: Record<string, (first: string, second: string) => Box> = {
  display: (display) => ({ display }),
  'flex-direction': (direction) => ({ direction }),
  'flex-wrap': (wrap) => ({ wrap }),
  'flex-flow': (direction, wrap) => ({ direction, wrap }),
  gap: (rowGap, columnGap) => ({ rowGap, columnGap }),
  'row-gap': (rowGap) => ({ rowGap }),
  'column-gap': (columnGap) => ({ columnGap }),
}

function readBox(rule: Rule): Box {
  const said = rule.nodes.map((node) => {
    if (node.type !== 'decl') return {}
    const [first = '', second = first] = postcss.list.space(node.value)
    return read[node.prop]?.(first, second)
  })
  return Object.assign({}, ...said)
}

/** Null where there is no gap, or one that a grid makes. */
function spacingOf(box: Box, rule: Rule): Spacing | null {
  const { display = 'flex', direction = 'row', wrap = 'nowrap', rowGap, columnGap } = box
  if ((rowGap === undefined && columnGap === undefined) || !display.includes('flex')) return null
  const [row = '0', column = '0'] = [rowGap, columnGap]
  const isReverse = direction.endsWith('-reverse')
  if (direction.startsWith('column')) return { between: { [isReverse ? 'bottom' : 'top']: row } }
  const side = isReverse ? 'left' : 'right'
  if (wrap === 'nowrap') return { between: { [isReverse ? 'right' : 'left']: column } }
  return {
    each: { [side]: column, bottom: row },
    last: { [side]: '0' },
    // The last line's space is taken back, unless one would see the box shrink.
    ...(row === '0' || isVisible(rule) ? {} : { own: { bottom: `calc(-1 * ${row})` } }),
  }
}

const isVisible = (rule: Rule) =>
  rule.some((node) => node.type === 'decl' && /^(background|border|padding|margin|overflow)/.test(node.prop))

const gapOf = ({ rowGap = '0', columnGap = '0' }: Box) => `${rowGap} ${columnGap}`

const parts = ['between', 'each', 'last', 'own'] as const

const zeroed = (spacing: Spacing | null): Spacing =>
  Object.fromEntries(
    parts.map((part) => [
      part,
      Object.fromEntries(Object.keys(spacing?.[part] ?? {}).map((side) => [side, '0'])),
    ]),
  )

const merged = (first: Spacing, second: Spacing): Spacing =>
  Object.fromEntries(parts.map((part) => [part, { ...first[part], ...second[part] }]))

function written(selector: string, spacing: Spacing): string[] {
  const child = `${selector}>.${anyElement}`
  const targets = {
    each: child,
    between: `${child}+.${anyElement}`,
    last: `${child}:last-child`,
    own: selector,
  }
  return (['each', 'between', 'last', 'own'] as const).flatMap((part) => {
    const margins = Object.entries(spacing[part] ?? {}).map(([side, size]) => `margin-${side}:${size}`)
    return margins.length === 0 ? [] : [`${targets[part]}{${margins.join(';')}}`]
  })
}

/** A child pushed away by `auto` stays where it is, so its rule is said again with more weight than the margins have. */
function autoMargins(rule: Rule, selector: string): string[] {
  const classes = subjectClasses(selector)
  const autos = rule.nodes.flatMap((node) =>
    node.type === 'decl' && /^margin-(top|left)$/.test(node.prop) && node.value === 'auto'
      ? [node.toString()]
      : [],
  )
  const [name] = classes
  return autos.length === 0 || name === undefined
    ? []
    : [`${selector}${`.${name}`.repeat(3)}{${autos.join(';')}}`]
}

/** The classes of what a selector is about, as they are written; none for a pseudo-element, which has no children. */
function subjectClasses(selector: string): string[] {
  const nodes = parseSelectors().astSync(selector).first?.nodes ?? []
  const start = nodes.reduce((last, node, i) => (node.type === 'combinator' ? i + 1 : last), 0)
  const compound = nodes.slice(start)
  if (compound.some((node) => node.type === 'pseudo' && node.value.startsWith('::'))) return []
  return compound.flatMap((node) => (node.type === 'class' ? [node.toString().trim().slice(1)] : []))
}

const isPlain = (rule: Rule, selector: string) =>
  rule.parent?.type === 'root' && !/[\s>+~:]/.test(selector.trim())

/** Inside `fallback`, within the same conditions as the rule has. */
function placeIn(fallback: AtRule, rule: Rule): AtRule {
  const conditions: AtRule[] = []
  for (
    let node: Container['parent'] = rule.parent;
    node !== undefined && node.type === 'atrule';
    node = node.parent
  ) {
    if (isAtRule(node)) conditions.unshift(node)
  }
  let place = fallback
  for (const { name, params } of conditions) {
    const inner = postcss.atRule({ name, params, nodes: [] })
    place.append(inner)
    place = inner
  }
  return place
}

const isAtRule = (node: object): node is AtRule => 'params' in node && 'name' in node
