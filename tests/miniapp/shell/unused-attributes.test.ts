import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { unused, withoutUnused } from '../../../miniapp/config/unused-attributes'

const source = path.resolve(__dirname, '../../../miniapp/src')

/** Every element that a page or component of ours writes, with its attributes. */
const elements = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx') && !file.endsWith('.h5.tsx'))
  .flatMap((file) => readFileSync(path.join(source, file), 'utf8').match(/<[A-Z]\w+\s[\s\S]*?>/g) ?? [])

/** `bindanimation\w+` → `onAnimation\w+`, `scroll-into-view-[\w-]+` → `scrollIntoView\w+`. */
function asProperty(name: string): string {
  const plain = name.replace(/\[\\w-\]\+/g, '\\w+')
  if (plain.startsWith('bind')) return `on${plain.slice(4, 5).toUpperCase()}${plain.slice(5)}`
  return plain.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/-/g, '')
}

const tags: Record<keyof typeof unused, string> = {
  view: 'View',
  text: 'Text',
  'scroll-view': 'ScrollView',
  button: 'Button',
  input: 'Input',
}

it.each(Object.entries(unused))('takes from %s only what no page of ours sets', (tag, names) => {
  const component = Object.entries(tags).find(([name]) => name === tag)?.[1]
  const own = elements.filter((element) => new RegExp(`^<${component}\\s`).test(element))
  const set = names
    .map(asProperty)
    .filter((name) => own.some((one) => new RegExp(`\\s${name}[=\\s>]`).test(one)))
  expect(own.length).toBeGreaterThan(0)
  expect(set).toEqual([])
})

it('leaves everything else as it is', () => {
  const view =
    '<view hover-class="{{i.p1}}" animation="{{i.p0}}" bindanimationend="eh" bindtap="eh" class="e"><b animation="{{x}}" /></view>'
  expect(withoutUnused(view)).toBe(
    '<view hover-class="{{i.p1}}" bindtap="eh" class="e"><b animation="{{x}}" /></view>',
  )
})
