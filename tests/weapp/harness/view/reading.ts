/** What a person finds on the page: shown elements, their names, the text in reading order. Runs inside the view. */
import type { Element as WxElement } from 'glass-easel'
import type { Aim } from './protocol'

/** Glass-easel leaves its own node on every DOM node it made. */
export type Made = Element & { __wxElement?: WxElement }

/** WeChat's tags without the prefix that keeps them apart from HTML's. */
export const tagOf = (element: Element) => element.tagName.toLowerCase().replace(/^wx-/, '')

const isField = (element: Element) => ['input', 'textarea'].includes(tagOf(element))

const inlineTags = new Set(['text', 'span'])

/** The element a person would aim at: exact name first, then a name that contains it; the innermost of nested ones. */
export function aimedAt({ name, tag, nth = 0 }: Aim): Made | null {
  const shown = new Shown()
  const all = [...document.body.querySelectorAll<Made>('*')].filter(
    (element) => element.__wxElement !== undefined && (tag === undefined || tagOf(element) === tag),
  )
  const named = all.map((element) => ({ element, names: namesOf(element) }))
  const matching = (fits: (text: string) => boolean) =>
    innermost(named.filter(({ names }) => names.some(fits)).map(({ element }) => element))
  const exact = matching((text) => text === name)
  const containing = matching((text) => text.includes(name))
  const found = [...exact, ...containing.filter((element) => !exact.includes(element))]
  return found.filter((element) => shown.has(element))[nth] ?? null
}

function innermost(elements: Made[]): Made[] {
  return elements.filter((outer) => !elements.some((inner) => inner !== outer && outer.contains(inner)))
}

/** What a screen reader says of an element and what an eye reads in it; either may be meant. */
function namesOf(element: Element): string[] {
  const said = attribute(element, 'aria-label')
  const read = isField(element) ? fieldText(element) : squeeze(element.textContent ?? '')
  return said === '' ? [read] : [said, read]
}

const fieldText = (field: Element) => attribute(field, 'value') || attribute(field, 'placeholder')

/** Raw value as the template gave it; DOM attributes turn undefined into "". */
function attribute(element: Made, name: string): string {
  const value = element.__wxElement?.getAttribute(name)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export function isDisabled(element: Made): boolean {
  for (let node: Made | null = element; node !== null; node = node.parentElement) {
    const attributes = ['disabled', 'aria-disabled'].map((name) => node?.__wxElement?.getAttribute(name))
    if (attributes.includes(true)) return true
  }
  return false
}

/** What can be pressed, by its role, and says nothing to a screen reader. */
export function namelessControls(): string[] {
  const shown = new Shown()
  const pressed = ['button', 'link', 'switch', 'radio', 'checkbox', 'tab']
  return [...document.body.querySelectorAll<Made>('*')]
    .filter((element) => pressed.includes(attribute(element, 'aria-role')) || tagOf(element) === 'button')
    .filter((element) => shown.has(element) && namesOf(element).every((name) => name === ''))
    .map((element) => outlineOf(element))
}

/** All text that is shown, a line a block, labels of wordless elements in brackets. */
export function readableText(): string {
  const shown = new Shown()
  const lines: string[] = ['']
  const visit = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) lines.push(`${lines.pop() ?? ''}${node.textContent ?? ''}`)
    if (!(node instanceof window.Element) || !shown.has(node)) return
    const breaks = inlineTags.has(tagOf(node)) ? [] : ['']
    lines.push(...breaks, ...spokenLines(node))
    node.childNodes.forEach(visit)
    lines.push(...breaks)
  }
  visit(document.body)
  return lines.map(squeeze).filter(Boolean).join('\n')
}

/** What an element says beside the text inside it. */
function spokenLines(element: Element): string[] {
  if (isField(element)) return [`<${fieldText(element)}>`, '']
  const label = attribute(element, 'aria-label')
  return label === '' || label === squeeze(element.textContent ?? '') ? [] : [`[${label}]`, '']
}

/** The tree, an element a line, for the message of a test that did not find what it looked for. */
export function outlineOf(root: Element = document.body, depth = 0): string {
  const own = [...root.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.textContent ?? '')
  const label = attribute(root, 'aria-label')
  const line =
    `${'  '.repeat(depth)}${tagOf(root)}${label && ` [${label}]`} ${squeeze(own.join(' '))}`.trimEnd()
  return [line, ...[...root.children].map((child) => outlineOf(child, depth + 1))].join('\n')
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Whether nothing on the way up hides an element; remembers its answers within one look. */
class Shown {
  private readonly known = new Map<Element, boolean>()

  has(element: Element): boolean {
    const known = this.known.get(element)
    if (known !== undefined) return known
    const style = getComputedStyle(element)
    const own = style.display !== 'none' && style.visibility !== 'hidden' && !element.hasAttribute('hidden')
    const answer = own && (element.parentElement === null || this.has(element.parentElement))
    this.known.set(element, answer)
    return answer
  }
}
