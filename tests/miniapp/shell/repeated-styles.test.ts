/**
 * A style that pages repeat is a component (miniapp/src/shared/components) or, within components, a mixin
 * (miniapp/src/shared/design): what three style sheets say in the same words is changed in one of them and forgotten in two.
 */
import postcss, { type Rule } from 'postcss'
import { sheets } from './stylesheets'

const fewest = 3

test('no three style sheets say the same of a class', () => {
  const found = new Map<string, Set<string>>()
  for (const [path, text] of sheets().filter(([path]) => path.endsWith('.module.scss')))
    for (const said of plainRules(text)) found.set(said, (found.get(said) ?? new Set()).add(path))
  const repeated = [...found].filter(([, paths]) => paths.size >= fewest)
  expect(repeated.map(([said, paths]) => `${said} in ${[...paths].join(', ')}`)).toEqual([])
})

test('declarations in another order are the same', () => {
  expect(plainRules('.a{color:red;top:0;left:0}')).toEqual(plainRules('.b { left: 0; top: 0; color: red; }'))
})

test('a class that its sheet changes in another look is its own', () => {
  expect(plainRules('.a{color:red;top:0;left:0} :global(.elder) .a{top:1px}')).toEqual([])
  expect(plainRules('.a{color:red;top:0;left:0} .b .a{top:1px}')).toEqual([])
})

/** The declarations of each class that nothing else in its sheet touches, three or more of them, in one order. */
function plainRules(text: string): string[] {
  const root = postcss.parse(text.replace(/(^|\s)\/\/.*$/gm, ''))
  const rules: Rule[] = []
  root.walkRules((rule) => void rules.push(rule))
  const isVaried = (own: Rule, name: string) =>
    rules.some((rule) => rule !== own && new RegExp(`\\.${name}\\b`).test(rule.selector))
  return rules
    .filter((rule) => rule.selectors.every((one) => /^\.\w+$/.test(one) && !isVaried(rule, one.slice(1))))
    .map((rule) =>
      rule.nodes.flatMap((node) => (node.type === 'decl' ? [`${node.prop}: ${node.value}`] : [])),
    )
    .filter((declarations) => declarations.length >= fewest)
    .map((declarations) => declarations.sort().join('; '))
}
