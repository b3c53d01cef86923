/** The dark theme is other colours and nothing else: what was measured of a screen in the light holds in the dark. */
import postcss, { type AtRule } from 'postcss'
import { sheets } from './stylesheets'

/** `[file, property, value]` of everything that is set for the dark alone: by the system's wish, and in the mixin of that name. */
const setInTheDark = sheets().flatMap(([file, text]) => {
  const found: [file: string, property: string, value: string][] = []
  const collect = (rule: AtRule) => {
    const { name, params } = rule
    if (name === 'mixin' ? params !== 'dark' : !params.includes('prefers-color-scheme')) return
    rule.walkDecls(({ prop, value }) => {
      found.push([file, prop, value])
    })
  }
  postcss.parse(text.replace(/(^|\s)\/\/.*$/gm, '')).walkAtRules(/^(media|mixin)$/, collect)
  return found
})

test('it sets something', () => {
  expect(setInTheDark.length).toBeGreaterThan(20)
})

test.each(setInTheDark)('%s sets %s to a colour', (_, property, value) => {
  expect(property).toMatch(/^--/)
  expect(value).toMatch(/^(#[0-9a-f]{6}|rgba\(.+\))$/)
})
