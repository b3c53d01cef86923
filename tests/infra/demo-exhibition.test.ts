import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { galleryKinds } from '../../functions/exhibition/contract'
import { contentSchema } from '../../functions/exhibition/contract/entries'
import { entryIdSchema } from '../../functions/exhibition/contract/kinds'
import { wordingOf } from '../../functions/exhibition/rules/wording'
import { recordingIn } from '../../functions/media/files/mp3'
import { documentIn } from '../../functions/media/files/pdf'
import { idOf } from '../../functions/places/import/row/row'
import type { Block } from '../../functions/shared/blocks/block'
import { findingsIn } from '../../functions/shared/blocks/findings'
import { bulletinsOf, mediaUsesOf } from '../../functions/shared/blocks/resolve'
import { plainText } from '../../functions/shared/blocks/text'
import { brotli } from '../../functions/shared/http/brotli'
import { binzhouDemo } from '../../infra/demo/binzhou'
import { placesOf } from '../../infra/demo/city-places'
import { demoExhibition } from '../../infra/demo/exhibition/exhibition'
import { huaianDemo } from '../../infra/demo/huaian'

const cities = demoExhibition.map(({ adcode, galleries }) => ({ adcode, galleries: [...galleries] }))
const galleries = cities.flatMap((city) =>
  city.galleries.map((gallery) => ({
    adcode: city.adcode,
    name: `${city.adcode} ${gallery.gallery}`,
    gallery,
  })),
)
const exhibits = galleries.flatMap(({ adcode, name, gallery }) =>
  gallery.exhibits.map((exhibit) => ({
    name: `${name} ${exhibit.slug}`,
    adcode,
    gallery: gallery.gallery,
    ...exhibit,
  })),
)
/** Names of the exhibits of which something does not hold. */
const mediaIn = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.type === 'picture' ? [block.media] : []))
const drawingsFolder = resolve(__dirname, '../../infra/demo/exhibition/pictures')
const failing = (fails: (exhibit: (typeof exhibits)[number]) => boolean) =>
  exhibits.filter(fails).map(({ name }) => name)
const words = ({ title, blocks }: { title: string; blocks: Block[] }) => `${title}\n${plainText(blocks)}`

const places = new Map(
  [huaianDemo, binzhouDemo].flatMap((demo) =>
    placesOf(demo).map((place) => [idOf(demo.recipe.city.adcode, place), place]),
  ),
)

describe('the exhibition of the demonstration', () => {
  it('has the six galleries of both cities, in the order of walking', () => {
    expect(cities.map(({ adcode }) => adcode)).toEqual(['320800', '371600'])
    for (const city of cities) expect(city.galleries.map(({ gallery }) => gallery)).toEqual([...galleryKinds])
  })

  it.each(galleries)('$name: four to eight exhibits in a document of 20 KB at most', async ({ gallery }) => {
    expect(gallery.exhibits.length).toBeGreaterThanOrEqual(4)
    expect(gallery.exhibits.length).toBeLessThanOrEqual(8)
    expect((await brotli(JSON.stringify(gallery))).length).toBeLessThanOrEqual(20 * 1024)
  })

  it('is made of content that staff could have saved, under ids of its own', () => {
    for (const { gallery } of galleries) {
      const { exhibits: _, ...about } = gallery
      expect(contentSchema.parse({ kind: 'gallery', position: 10, ...about })).toBeDefined()
    }
    for (const { gallery, title, blocks } of exhibits)
      expect(contentSchema.parse({ kind: 'exhibit', gallery, position: 10, title, blocks })).toBeDefined()
    const ids = exhibits.map(({ adcode, slug }) => entryIdSchema.parse(`${adcode}-exhibit-${slug}`))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('could be published as it is: nothing of it lacks a text, a source or a cell', () => {
    expect(exhibits.flatMap(({ name, blocks }) => findingsIn(blocks).map((f) => ({ name, ...f })))).toEqual(
      [],
    )
  })

  it.each(cities)('$adcode: shows more than text', (city) => {
    const blocks = city.galleries.flatMap((gallery) => gallery.exhibits.flatMap((exhibit) => exhibit.blocks))
    const types = new Set(blocks.map(({ type }) => type))
    for (const type of ['picture', 'audio', 'timeline', 'figure', 'quotation', 'table', 'place', 'bulletin'])
      expect(types).toContain(type)
  })

  it('attaches documents of its own and plays what is there, and leads to no file elsewhere', () => {
    for (const { adcode, galleries, bulletins, documents, recordings } of demoExhibition) {
      const attachments = bulletins.flatMap(({ content }) => content.attachments)
      expect(attachments.map(({ media }) => media)).toEqual(documents.map(({ id }) => id))
      expect(attachments.filter(({ address }) => address !== '')).toEqual([])
      for (const { pdf } of documents) expect(documentIn(pdf())).toEqual({ ok: true, value: pdf() })
      const played = galleries.flatMap((gallery) =>
        gallery.exhibits.flatMap(({ blocks }) => mediaUsesOf(blocks)),
      )
      const sounds = played.filter(({ kind }) => kind === 'audio')
      expect(sounds).toEqual([{ id: `${adcode}-demo-chime`, kind: 'audio' }])
      for (const { read } of recordings)
        expect(recordingIn(read())).toMatchObject({ ok: true, value: { seconds: 11.1 } })
    }
  })

  it('hangs every drawing, and each exhibit shows one that is there', () => {
    const shown = exhibits.flatMap(({ blocks }) => mediaIn(blocks))
    const uploaded = demoExhibition.flatMap(({ pictures }) => pictures.map(({ id }) => id))
    expect([...new Set(shown)].sort()).toEqual([...uploaded].sort())
    const drawings = readdirSync(drawingsFolder).map((file) => file.replace(/\.svg$/, ''))
    const hung = new Set(uploaded.map((id) => id.replace(/^\d{6}-demo-/, '')))
    expect(drawings.filter((drawing) => !hung.has(drawing))).toEqual([])
  })
})

describe('what is said in the demonstration’s exhibition', () => {
  it('names its source, or that it is made up', () => {
    expect(failing(({ blocks }) => !/来源：|演示/.test(plainText(blocks.slice(-2))))).toEqual([])
  })

  it('leads to places of its own city only, and says that they are made up', () => {
    const wrong = failing(({ adcode, blocks }) =>
      blocks.some(
        (block) =>
          block.type === 'place' &&
          !(places.has(block.place) && block.place.startsWith(adcode) && block.note.includes('演示')),
      ),
    )
    expect(wrong).toEqual([])
  })

  it('says of every place that its role is made up, and of every bulletin what is', () => {
    const places = exhibits.flatMap(({ blocks }) => blocks.filter((block) => block.type === 'place'))
    const stations = places.filter(({ note }) => note.includes('标作'))
    expect(stations.filter(({ note }) => !/^演示：.*角色|^演示：.*编号.*编写的/.test(note))).toEqual([])
    expect(stations.length).toBeGreaterThan(5)
    for (const { bulletins } of demoExhibition)
      for (const { content } of bulletins) expect(plainText(content.blocks.slice(-1))).toMatch(/演示/)
  })

  it('leads twice and more to a bulletin of its own city that comes before', () => {
    const named = demoExhibition.flatMap(({ adcode, galleries, bulletins }) => {
      const ids = bulletins.map(({ slug }) => `${adcode}-bulletin-${slug}`)
      const inHall = galleries.flatMap((gallery) =>
        gallery.exhibits.flatMap(({ blocks }) => bulletinsOf(blocks)),
      )
      const inBulletins = bulletins.flatMap(({ content }, at) =>
        bulletinsOf(content.blocks).map((id) => ids.indexOf(id) >= 0 && ids.indexOf(id) < at),
      )
      return [...inHall.map((id) => ids.includes(id)), ...inBulletins]
    })
    expect(named).toEqual([true, true, true])
  })

  it.each([
    ['爱心救助点', 'love-aid'],
    ['温暖小屋', 'warm-cabin'],
    ['党员示范点', 'exemplary'],
    ['公益驿站', 'post-station'],
    ['快递', 'parcel-point'],
    ['彩票超市', 'lottery-supermarket'],
  ] as const)('calls a place %s where the map does', (called, role) => {
    const named = exhibits.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.type === 'place' && block.note.includes(called) ? [places.get(block.place)?.roles] : [],
      ),
    )
    expect(named.length).toBeGreaterThan(0)
    for (const roles of named) expect(roles).toContain(role)
  })

  it('shows games to adults only, each with both lines that the law wants', () => {
    for (const { gallery } of galleries) expect(gallery.adultsOnly).toBe(gallery.gallery === 'games')
    const lacking = failing(
      ({ gallery, blocks }) =>
        gallery === 'games' && !/量力而行，理性购彩。未满十八周岁的人不得购买彩票/.test(plainText(blocks)),
    )
    expect(lacking).toEqual([])
  })

  it('has no word that the law forbids, except where the law itself is quoted', () => {
    const found = [
      ...exhibits.flatMap(({ name, gallery, title, blocks }) =>
        wordingOf({ kind: 'exhibit', gallery, position: 1, title, blocks }).map((one) => ({ name, ...one })),
      ),
      ...galleries.flatMap(({ name, gallery: { exhibits: _, ...about } }) =>
        wordingOf({ kind: 'gallery', position: 1, ...about }).map((one) => ({ name, ...one })),
      ),
    ]
    expect(found).toEqual([])
  })

  it('speaks calmly, and to 你', () => {
    expect(failing((exhibit) => /[!！您]|亲们|亲爱的/.test(words(exhibit)))).toEqual([])
  })

  it('gives the odds that follow from the rules', () => {
    const tables = exhibits.flatMap(({ blocks }) => blocks.filter((block) => block.type === 'table'))
    const text = tables.flatMap(({ rows }) => rows.map((row) => `\n${row.join('\n')}\n`)).join('')
    const oneIn = (all: number, winning: number) => Math.round(all / winning).toLocaleString('en')
    const balls = choose(33, 6) * 16
    const red = (hit: number) => choose(6, hit) * choose(27, 6 - hit)
    const odds = [
      ['6 红 1 蓝', oneIn(balls, 1)],
      ['6 红', oneIn(balls, 15)],
      ['5 红 1 蓝', oneIn(balls, red(5))],
      ['5 红，或 4 红 1 蓝', oneIn(balls, red(5) * 15 + red(4))],
      ['4 红，或 3 红 1 蓝', oneIn(balls, red(4) * 15 + red(3))],
      ['1 蓝，0 至 2 红', oneIn(balls, red(2) + red(1) + red(0))],
      ['7 个基本号', oneIn(choose(30, 7), 1)],
      ['6 个加特别号', oneIn(choose(30, 7), 7)],
      ['6 个基本号', oneIn(choose(30, 7), 7 * 22)],
      ...[1, 2, 3, 5, 10].map((n) => [String(n), oneIn(choose(80, n), choose(20, n))]),
      ['组选 3', oneIn(1_000, 3)],
      ['组选 6', oneIn(1_000, 6)],
    ]
    for (const [level, odd] of odds) expect(text).toContain(`\n${level}\n${odd}\n`)
  })

  it.each(cities)('$adcode: accounts for every project of the map, and for their sum', ({ adcode }) => {
    const projects = [...places]
      .filter(([id]) => id.startsWith(adcode))
      .flatMap(([, { name, project }]) => (project ? [{ name, ...project }] : []))
    const ledger = exhibits.find((exhibit) => exhibit.adcode === adcode && exhibit.slug === 'ledger')
    const [byUse, byYear] = ledger?.blocks.filter((block) => block.type === 'table') ?? []
    const rowOf = ({ year, name, amount }: (typeof projects)[number]) =>
      [String(year), name, (amount / 10_000).toLocaleString('en')].join()
    const rows = byYear?.rows.map(([year, name, amount]) => [year, name, amount].join())
    expect(rows?.toSorted()).toEqual(projects.map(rowOf).toSorted())
    const figure = ledger?.blocks.find((block) => block.type === 'figure')
    const sums = byUse?.rows.map(([, , amount = '']) => Number(amount.replace(',', '')))
    expect(sums?.reduce((all, sum) => all + sum)).toBe(figure?.value)
    expect(figure?.value).toBe(projects.reduce((sum, { amount }) => sum + amount, 0) / 10_000)
  })

  it('divides a hundred yuan of every game without a rest', () => {
    const price = exhibits.find(({ slug }) => slug === 'price')
    const table = price?.blocks.find((block) => block.type === 'table')
    const sums = table?.rows.map(([, ...parts]) =>
      parts.reduce((sum, part) => sum + Number.parseInt(part, 10), 0),
    )
    expect(sums).toEqual([100, 100, 100, 100])
  })
})

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k)
