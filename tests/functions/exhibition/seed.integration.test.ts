/** What `npm start` puts into the exhibition, through what staff do. */
import { createExhibition } from '../../../functions/exhibition'
import { galleryKinds, gallerySchema, hallSchema } from '../../../functions/exhibition/contract'
import { bulletinSchema, bulletinsResponseSchema } from '../../../functions/exhibition/contract/bulletins'
import { fundSchema } from '../../../functions/exhibition/contract/fund'
import type { Block } from '../../../functions/shared/blocks/block'
import { demoExhibition } from '../../../infra/demo/exhibition/exhibition'
import { demoPeople } from '../../../infra/demo/people'
import { photograph } from '../../../infra/local/seed/coding'
import { seed as seedExhibition } from '../../../infra/local/seed/domains/exhibition'
import { seedFiles } from '../../../infra/local/seed/files'
import { withDomain } from '../../support/engine/domain-engine'
import { dataOn } from '../../support/worlds/context'
import { createObjects } from '../../support/worlds/objects'
import { parsed } from '../../support/worlds/points-world'
import { createExhibitionWorld } from './kit'

const database = withDomain('exhibition')

const idOf = (key: string) => `${demoPeople.findIndex((one) => one.key === key)}`.padStart(20, '0')
const objects = createObjects()
const demonstration = () => ({ context: dataOn(database), objects, secretOf: () => '', idOf })
const seed = () => seedExhibition(demonstration())
const read = (path: string) => createExhibitionWorld(database).api.get(`/api/exhibition/${path}`)
/** As a visitor gets it: pictures with their sizes. */
const shownAs = (block: Block) => {
  if (block.type === 'picture')
    return { ...block, media: expect.objectContaining({ width: 960, height: 720 }) }
  if (block.type === 'audio')
    return { ...block, media: expect.objectContaining({ kind: 'audio', seconds: 11.1 }) }
  return block.type === 'bulletin' ? { ...block, title: expect.any(String) } : block
}
const hallOf = async (adcode: string) => parsed(hallSchema, await read(adcode))
const galleryOf = async (adcode: string, gallery: string) =>
  parsed(gallerySchema, await read(`${adcode}/galleries/${gallery}`))
const fundOf = async (adcode: string) =>
  parsed(fundSchema, await read(`${adcode}/fund`)).years.map(({ year }) => year)

it('shows the whole demonstration, also after a start that was cut short, and is left as it is by the next', async () => {
  const service = createExhibition(dataOn(database))
  const [history] = demoExhibition[0]?.galleries ?? []
  if (!history) throw new Error('the demonstration has no gallery')
  const { exhibits: _, ...about } = history
  const cut = { id: '320800-gallery-history', region: '320800', asked: 'demo', by: idOf('staff-editor') }
  await service.create({ ...cut, content: { kind: 'gallery', position: 10, ...about } })
  await service.submit({ id: cut.id, revision: 1, proposed: null, by: cut.by })
  // Between the renditions of its first picture and the question to WeChat.
  const unasked = { ...objects, presignRead: () => Promise.reject(new Error('cut short')) }
  const [first] = demoExhibition[0]?.pictures ?? []
  if (!first) throw new Error('the demonstration has no picture')
  await expect(
    seedFiles({ ...demonstration(), objects: unasked }, [
      {
        ...{ id: first.id, region: '320800', power: 'publish', read: () => photograph(first.svg) },
        ...{ by: idOf('staff-editor'), approvedBy: idOf('staff-publisher') },
      },
    ]),
  ).rejects.toThrow('cut short')

  // Between the approval of a picture and its copies.
  const uncopied = { ...objects, copy: () => Promise.reject(new Error('cut short')) }
  await expect(seedExhibition({ ...demonstration(), objects: uncopied })).rejects.toThrow('cut short')

  const summary = await seed()
  const halls = await Promise.all(demoExhibition.map(({ adcode }) => hallOf(adcode)))
  for (const { galleries } of halls)
    expect(galleries.map(({ gallery }) => gallery)).toEqual([...galleryKinds])
  for (const { adcode, galleries } of demoExhibition)
    for (const { gallery, exhibits, ...about } of galleries)
      expect(await galleryOf(adcode, gallery)).toMatchObject({
        ...about,
        exhibits: exhibits.map(({ title, blocks }) => ({ title, blocks: blocks.map(shownAs) })),
      })

  for (const { adcode, years } of demoExhibition)
    expect(await fundOf(adcode)).toEqual(years.map(({ year }) => year).reverse())
  const pictures = demoExhibition.flatMap((city) => city.pictures)
  for (const { id } of pictures)
    expect([...objects.all.keys()].filter((key) => key.startsWith(`media/${id}/`))).toHaveLength(3)
  for (const { adcode, documents } of demoExhibition) {
    const { bulletins } = parsed(bulletinsResponseSchema, await read(`${adcode}/bulletins`))
    const all = await Promise.all(bulletins.map(({ id }) => read(`${adcode}/bulletins/${id}`)))
    const shown = all.flatMap((answer) => parsed(bulletinSchema, answer).attachments)
    expect(shown.map(({ title, file }) => `${title} ${file?.type}`).sort()).toEqual(
      documents.map(({ title }) => `${title} application/pdf`).sort(),
    )
  }

  expect(await seed()).toBe(summary)
  expect(await Promise.all(demoExhibition.map(({ adcode }) => hallOf(adcode)))).toEqual(halls)
})
