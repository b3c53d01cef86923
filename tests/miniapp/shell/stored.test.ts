/** The privacy page lists whatever any file of the program stores, by its name in the source. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sizeText } from '@/about/privacy/stored'
import { storedItems } from '@/shared/storage/stored-items'

const source = resolve(__dirname, '../../../miniapp/src')

const names = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .flatMap((name) => [
    ...readFileSync(join(source, name), 'utf8').matchAll(
      /\b(?:storedValue|createIdList)\(\s*[\w.]+,\s*'([\w.]+)'/g,
    ),
  ])
  .map(([, name]) => name ?? '')

test('the search finds what is stored', () => {
  expect(names).toEqual(expect.arrayContaining(['elder', 'age', 'favourites', 'searches', 'city', 'map']))
})

test.each(names)('%s is on the list of what is stored', (name) => {
  expect(storedItems.filter((thing) => thing.owns(name))).toHaveLength(1)
})

test.each([
  [0, '没有'],
  [17, '不到 1 KB'],
  [34_400, '约 34 KB'],
])('%i characters are shown as %s', (characters, text) => {
  expect(sizeText(characters)).toBe(text)
})
