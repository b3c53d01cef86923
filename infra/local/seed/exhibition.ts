/** The demo exhibition: written by one of staff and approved by another, as every entry is. */
import { createExhibition } from '../../../functions/exhibition'
import type { Content } from '../../../functions/exhibition/contract/entries'
import { demoRegion } from '../../demo/people'
import type { Seed } from './demonstration'

const contents: readonly { slug: string; content: Content }[] = [
  {
    slug: 'history',
    content: {
      kind: 'gallery',
      gallery: 'history',
      position: 10,
      title: '福彩历程',
      about: '从 1987 年的第一张福利彩票讲起。',
      adultsOnly: false,
    },
  },
  {
    slug: 'first-ticket',
    content: {
      kind: 'exhibit',
      gallery: 'history',
      position: 10,
      title: '第一张福利彩票',
      blocks: [
        { id: 'b1', type: 'heading', text: '1987 年 7 月 27 日', level: 2 },
        { id: 'b2', type: 'text', text: '这一天，新中国的第一批福利彩票在河北石家庄开始销售。' },
      ],
    },
  },
]

export const seedExhibition: Seed = async ({ context, idOf }) => {
  const service = createExhibition(context)
  const [author, reviewer] = [idOf('staff-editor'), idOf('staff-publisher')]
  for (const { slug, content } of contents) {
    const id = `${demoRegion}-${content.kind}-${slug}`
    const made = okay(
      await service.create({ id, region: demoRegion, content, asked: 'demo', by: author }),
      id,
    )
    if (made.latest > 0) continue
    const { latest } = okay(await service.submit({ id, revision: made.revision, by: author }), id)
    okay(await service.approve({ id, version: latest, until: null, by: reviewer }), id)
  }
  return `${contents.length} entries of the exhibition`
}

type Outcome<T> = { ok: true; value: T } | { ok: false; error: unknown }
const okay = <T>(outcome: Outcome<T>, what: string): T => {
  if (outcome.ok) return outcome.value
  throw new Error(`${what} of the demonstration cannot be made: ${JSON.stringify(outcome.error)}`)
}
