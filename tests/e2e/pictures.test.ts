/** The looks suite goes to every page; `npm run pictures` goes where it goes, and nowhere else, so that the pictures of the README stay takeable. */
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pagesIn } from '../../miniapp/config/pages'
import { picturesOfReadme, sceneOf } from './support/readme-pictures'
import { scenes } from './support/scenes'
import { exhibitionScenes } from './support/scenes-exhibition'
import { memberScenes } from './support/scenes-members'

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

const pages = pagesIn(resolve(root, 'miniapp/src'))

/** Pages whose address stands in no scene, and the scene that comes there, or shows the same fields. */
const reachedByPress: Readonly<Record<string, string>> = {
  'tabs/home/index': 'home',
  'exhibition/pages/bulletin/index': 'bulletin',
  'desk/pages/points/gift/index': 'staff-gift',
}

test('every page of the program has a scene', () => {
  const all = [...scenes, ...memberScenes, ...exhibitionScenes]
  const names = all.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(Object.values(reachedByPress)))
  // Where it begins, and which addresses it opens on its way.
  const texts = all.map(({ route, arrive }) => `${route} ${arrive}`)
  const isReached = (page: string) =>
    page in reachedByPress || texts.some((text) => text.includes(`/${page}`))
  expect(pages.filter((page) => !isReached(page))).toEqual([])
  expect(Object.keys(reachedByPress).filter((page) => !pages.includes(page))).toEqual([])
  expect(pages.length).toBeGreaterThan(40)
})
