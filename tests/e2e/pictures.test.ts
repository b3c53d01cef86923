/** The pictures of the README stay takeable: `npm run pictures` goes where the looks suite goes, and nowhere else. */
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { picturesOfReadme, sceneOf } from './support/readme-pictures'

const root = resolve(__dirname, '../..')
const names = picturesOfReadme.map(({ file }) => `${file}.png`)

test('the README shows every picture that is taken, and no other lies in the folder', () => {
  const shown = readFileSync(resolve(root, 'README.md'), 'utf8').matchAll(/docs\/pictures\/([\w-]+\.png)/g)
  expect([...shown].map(([, file]) => file)).toEqual(names)
  expect(readdirSync(resolve(root, 'docs/pictures')).sort()).toEqual([...names].sort())
})

test('every picture is a scene that the looks suite holds to its figures', () => {
  expect(picturesOfReadme.map((picture) => sceneOf(picture).name)).toEqual(
    picturesOfReadme.map(({ scene }) => scene),
  )
})
