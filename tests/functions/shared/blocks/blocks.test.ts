import fc from 'fast-check'
import { type Block, blockSchema, blocksSchema, blockTypes } from '../../../../functions/shared/blocks/block'
import { compareBlocks } from '../../../../functions/shared/blocks/compare'
import { findingsIn } from '../../../../functions/shared/blocks/findings'
import { mediaOf, shownBlocks } from '../../../../functions/shared/blocks/resolve'
import { type ShownMedia, shownBlocksSchema } from '../../../../functions/shared/blocks/shown'
import { plainText } from '../../../../functions/shared/blocks/text'
import * as z from '../../../../functions/shared/zod'

const media = '371600-picture1'
const picture = { media, description: '一张绿色的票', caption: '' }
const oneOfEach: Block[] = [
  { id: 'a', type: 'heading', text: '从1987年说起', level: 2 },
  { id: 'b', type: 'text', text: '第一张票。\n第二段。' },
  { id: 'c', type: 'picture', ...picture },
  { id: 'd', type: 'pictures', pictures: [picture, { ...picture, media: '371600-picture2' }] },
  { id: 'e', type: 'audio', media: '371600-audio1', title: '口述', transcript: '大家好。' },
  {
    id: 'f',
    type: 'video',
    media: '371600-video1',
    title: '暖房',
    captions: [{ from: 0, until: 2, text: '门开着。' }],
    poster: media,
  },
  { id: 'g', type: 'timeline', events: [{ time: '1987-07-27', title: '首次发行', text: '' }] },
  {
    id: 'h',
    type: 'figure',
    value: 35,
    unit: '%',
    label: '公益金',
    source: '演示',
    date: '2026-01-01',
  },
  { id: 'i', type: 'quotation', text: '应该还给他。', by: '一位店主', source: '' },
  { id: 'j', type: 'table', caption: '去向', columns: ['年', '元'], rows: [['2025', '100']] },
  { id: 'k', type: 'place', place: '371600-37160001', note: '' },
  { id: 'l', type: 'bulletin', bulletin: '371600-bulletin-1' },
]
const shown = (id: string): ShownMedia => ({
  id,
  kind: 'picture',
  width: 800,
  height: 600,
  seconds: null,
  renditions: [{ src: `/media/${id}.webp`, type: 'image/webp', width: 400, height: 300, bytes: 9_000 }],
})
const all = new Map(mediaOf(oneOfEach).map((id) => [id, shown(id)]))

describe('blocks as they are written', () => {
  it('are of twelve types, each of which is stored as it was sent', () => {
    expect(oneOfEach.map(({ type }) => type)).toEqual(blockTypes)
    expect(z.parse(blocksSchema, oneOfEach)).toEqual(oneOfEach)
  })

  it('hold no field that is not known, and no id twice', () => {
    const html = { id: 'a', type: 'text', text: '一', html: '<b>一</b>' }
    expect(z.safeParse(blockSchema, html).success).toBe(false)
    expect(z.safeParse(blocksSchema, [oneOfEach[0], oneOfEach[0]]).success).toBe(false)
  })

  it('name their media, each once, and give all their words to the search', () => {
    expect(mediaOf(oneOfEach)).toEqual([media, '371600-picture2', '371600-audio1', '371600-video1'])
    const words = plainText(oneOfEach)
    for (const text of [
      '从1987年说起',
      '第二段',
      '一张绿色的票',
      '大家好',
      '门开着',
      '1987-07-27 首次发行',
      '公益金 35 %',
      '一位店主',
      '2025',
    ])
      expect(words).toContain(text)
  })
})

describe('a table as words', () => {
  it('is a line for each of its rows, whose cells do not run together', () => {
    const rows = [
      ['清江浦区', '30', ''],
      ['洪泽区', '20', '15 万元'],
    ]
    const table: Block = {
      id: 'a',
      type: 'table',
      caption: '各区人数',
      columns: ['区', '人数', '金额'],
      rows,
    }
    expect(plainText([table])).toBe('各区人数\n区，人数，金额\n清江浦区，30\n洪泽区，20，15 万元')
    expect(plainText([{ ...table, caption: '', columns: [''], rows: [['']] }])).toBe('')
  })
})

describe('blocks as a phone reads them', () => {
  it('are all those that staff can write, with the sizes of their media', () => {
    const document: unknown = JSON.parse(
      JSON.stringify(
        shownBlocks(oneOfEach, { media: all, bulletins: new Map([['371600-bulletin-1', '通知']]) }),
      ),
    )
    const read = z.parse(shownBlocksSchema, document)
    expect(read).toEqual(document)
    expect(read.map(({ type }) => type)).toEqual(blockTypes)
    expect(read.find(({ type }) => type === 'picture')).toMatchObject({ media: { width: 800, height: 600 } })
  })

  it('lose an unknown or broken block, one at a time, and take new fields', () => {
    const document = [
      { id: 'a', type: 'hologram', beam: 1 },
      { id: 'b', type: 'text', text: '还在', mood: 'new' },
      { id: 'c', type: 'text' },
      { id: 'd', type: 'pictures', pictures: [{ media: 'broken' }, { ...picture, media: shown(media) }] },
    ]
    const read = z.parse(shownBlocksSchema, document)
    expect(read.map(({ id }) => id)).toEqual(['b', 'd'])
    expect(read[1]).toMatchObject({ pictures: [{ description: '一张绿色的票' }] })
  })

  it('show no media that may not be shown', () => {
    const without = new Map([...all].filter(([id]) => id === '371600-picture2'))
    const visible = shownBlocks(oneOfEach, { media: without, bulletins: new Map() })
    expect(visible.filter(({ type }) => ['picture', 'audio', 'video'].includes(type))).toEqual([])
    expect(visible.find(({ type }) => type === 'pictures')).toMatchObject({
      pictures: [{ media: { id: '371600-picture2' } }],
    })
  })
})

describe('what keeps blocks from being published', () => {
  it('is nothing where everything is said', () => {
    expect(findingsIn(oneOfEach)).toEqual([])
  })

  it('is a picture without a description, a recording without its words, a figure without source and date', () => {
    const lacking: Block[] = [
      { id: 'c', type: 'picture', ...picture, description: ' ' },
      { id: 'd', type: 'pictures', pictures: [picture, { ...picture, description: '' }] },
      { id: 'e', type: 'audio', media: '371600-audio1', title: '口述', transcript: '' },
      { id: 'f', type: 'video', media: '371600-video1', title: '暖房', captions: [], poster: null },
      { id: 'h', type: 'figure', value: 1, unit: '元', label: '公益金', source: '', date: null },
    ]
    expect(findingsIn(lacking)).toEqual([
      { block: 'c', field: 'description', code: 'description-missing' },
      { block: 'd', field: 'pictures.1.description', code: 'description-missing' },
      { block: 'e', field: 'transcript', code: 'transcript-missing' },
      { block: 'f', field: 'captions', code: 'captions-missing' },
      { block: 'h', field: 'source', code: 'source-missing' },
      { block: 'h', field: 'date', code: 'source-missing' },
    ])
  })
})

describe('two versions of blocks', () => {
  const text = (id: string, words: string): Block => ({ id, type: 'text', text: words })
  const [a, b, c, e] = [text('a', '一'), text('b', '二'), text('c', '三'), text('e', '五')]

  it('say of each block what became of it', () => {
    const changes = compareBlocks([a, b, e, c], [c, a, e, text('d', '四')])
    expect(changes.map(({ id, change }) => `${id} ${change}`)).toEqual([
      'c moved',
      'a same',
      'b removed',
      'e same',
      'd added',
    ])
    expect(compareBlocks([a, b], [text('a', '改'), b]).map(({ change }) => change)).toEqual([
      'changed',
      'same',
    ])
  })

  it('are both there again in what is compared, whatever was done', () => {
    const blocks = fc
      .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.string({ maxLength: 2 })), {
        selector: ([id]) => id,
      })
      .map((list) => list.map(([id, words]) => text(id, words)))
    fc.assert(
      fc.property(blocks, blocks, (before, after) => {
        const changes = compareBlocks(before, after)
        expect(changes.flatMap((change) => change.after ?? [])).toEqual(after)
        const olds = changes.flatMap((change) => change.before ?? [])
        expect(olds).toHaveLength(before.length)
        expect(new Set(olds)).toEqual(new Set(before))
        const isAlike = JSON.stringify(before) === JSON.stringify(after)
        expect(changes.every(({ change }) => change === 'same')).toBe(isAlike)
      }),
    )
  })
})
