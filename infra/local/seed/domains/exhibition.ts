/** The demo exhibition: written by one of staff and approved by another, as every entry is. */
import { createExhibition } from '../../../../functions/exhibition'
import type { Content } from '../../../../functions/exhibition/contract/entries'
import { demoExhibition } from '../../../demo/exhibition/exhibition'
import type { DemoGallery } from '../../../demo/exhibition/parts'
import { photograph } from '../coding'
import type { Demonstration, Seed } from '../demonstration'
import { type SeededFile, seedFiles } from '../files'
import { okay } from '../okay'

type Seeded = { id: string; region: string; content: Content }

export const seed: Seed = async (demonstration) => {
  const cities = demoExhibition.map(({ adcode, galleries, bulletins, years }) => [
    ...bulletins.map(
      ({ slug, content }): Seeded => ({ id: `${adcode}-bulletin-${slug}`, region: adcode, content }),
    ),
    ...galleries.flatMap((gallery, i) => entriesOf(adcode, gallery, positionOf(i))),
    ...years.map((content): Seeded => ({ id: `${adcode}-fund-${content.year}`, region: adcode, content })),
  ])
  await seedFiles(demonstration, demoExhibition.flatMap(filesOf(demonstration)))
  // One after another in a city: every publication rewrites the same documents.
  await Promise.all(cities.map((entries) => publish(demonstration, entries)))
  return `${cities.flat().length} entries of the exhibition`
}

const filesOf =
  ({ idOf }: Demonstration) =>
  ({ adcode, pictures, documents, recordings }: (typeof demoExhibition)[number]): SeededFile[] => {
    const common = {
      ...{ region: adcode, power: 'publish' as const },
      ...{ by: idOf('staff-editor'), approvedBy: idOf('staff-publisher') },
    }
    return [
      ...pictures.map(({ id, svg }) => ({ ...common, id, read: () => photograph(svg) })),
      ...documents.map(({ id, title, pdf }) => ({
        ...{ ...common, id, type: 'application/pdf' as const, description: title },
        read: async () => pdf(),
      })),
      ...recordings.map(({ id, title, transcript, read }) => ({
        ...{ ...common, id, type: 'audio/mpeg' as const, description: title, words: transcript },
        read: async () => read(),
      })),
    ]
  }

/** With room between them for what staff add. */
const positionOf = (index: number) => (index + 1) * 10

/** The gallery opens once its exhibits stand in it, so that its document is made once. */
const entriesOf = (region: string, { exhibits, ...about }: DemoGallery, position: number): Seeded[] => {
  const { gallery } = about
  const own: Seeded = {
    id: `${region}-gallery-${gallery}`,
    region,
    content: { kind: 'gallery', position, ...about },
  }
  const inside = exhibits.map(
    ({ slug, title, blocks }, i): Seeded => ({
      id: `${region}-exhibit-${slug}`,
      region,
      content: { kind: 'exhibit', gallery, position: positionOf(i), title, blocks },
    }),
  )
  return [...inside, own]
}

/** Each step finds out whether it was done, so that a start that was cut short is carried on by the next. */
const publish = async ({ context, idOf }: Demonstration, entries: readonly Seeded[]): Promise<void> => {
  const service = createExhibition(context)
  const [author, reviewer] = [idOf('staff-editor'), idOf('staff-publisher')]
  for (const { id, region, content } of entries) {
    let entry = okay(await service.create({ id, region, content, asked: 'demo', by: author }), id)
    if (entry.latest === 0)
      entry = okay(await service.submit({ id, revision: entry.revision, proposed: null, by: author }), id)
    if (entry.latest === 1 && entry.review?.by === author)
      okay(await service.approve({ id, version: 1, until: null, acceptUnchecked: true, by: reviewer }), id)
  }
}
