/** The dark theme is other colours and nothing else: what was measured of a screen in the light holds in the dark. */
import postcss from 'postcss'
import { sheets } from './stylesheets'

/** `[file, property]` of everything that is set for the dark alone. */
const setInTheDark = sheets().flatMap(([file, text]) => {
  const found: [file: string, property: string, value: string][] = []
  postcss.parse(text.replace(/(^|\s)\/\/.*$/gm, '')).walkAtRules('media', (media) => {
    if (!media.params.includes('prefers-color-scheme')) return
    media.walkDecls(({ prop, value }) => {
      found.push([file, prop, value])
    })
  })
  return found
})

test('it sets something', () => {
  expect(setInTheDark.length).toBeGreaterThan(20)
})

test.each(setInTheDark)('%s sets %s to a colour', (_, property, value) => {
  expect(property).toMatch(/^--/)
  expect(value).toMatch(/^(#[0-9a-f]{6}|rgba\(.+\))$/)
})
