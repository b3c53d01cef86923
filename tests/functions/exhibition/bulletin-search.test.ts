import fc from 'fast-check'
import { fold, wordsOf } from '../../../functions/exhibition/rules/bulletins/fold'
import {
  type Searched,
  type SearchIndex,
  searchBulletins,
  searchIndexOf,
  searchPartOf,
} from '../../../functions/exhibition/rules/bulletins/search'
import { searchIndexes } from '../../../functions/exhibition/service/bulletins/index-of-city'
import { packWords } from '../../../functions/exhibition/service/bulletins/words'

const one = (id: string, title: string, text: string, date = '2026-11-20'): Searched => ({
  ...{ id, title, text, date, category: 'funding' },
})
const indexOf = (...bulletins: Searched[]): SearchIndex => searchIndexOf([searchPartOf(bulletins)])
const found = (index: SearchIndex, q: string) => searchBulletins(index, q).found.map(({ id }) => id)
const written = (pieces: { text: string; hit: boolean }[] = []) =>
  pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')

describe('a search', () => {
  it('puts what has the words in its title first, and the newest first among equals', () => {
    const all = indexOf(
      one('a', '年度报告', '其中助学金 120 万元', '2026-11-30'),
      one('b', '助学金发放', '见正文', '2026-01-10'),
      one('c', '助学金公示', '见正文', '2026-03-10'),
      one('d', '春节休市', '没有这个词', '2026-12-01'),
    )
    expect(found(all, '助学金')).toEqual(['c', 'b', 'a'])
  })

  it('needs all of the words, wherever each stands', () => {
    const all = indexOf(
      one('a', '助学金发放', '清江浦区三十名学生'),
      one('b', '助学金发放', '洪泽区二十名学生'),
      one('c', '爱心驿站', '清江浦区新增两处'),
    )
    expect(found(all, '助学金 清江浦')).toEqual(['a'])
    expect(found(all, '助学金　清江浦，学生')).toEqual(['a'])
    expect(found(all, '助学金 金湖')).toEqual([])
  })

  it.each([
    ['2025年', '２０２５ 年的公益金'],
    ['ＣＩＭ平台', 'cim 平台上线'],
    ['cim', '用 CIM 核对'],
    ['四个一走访', '“四个一”走访'],
    ['“四个一”', '四个一走访'],
    ['爱心 驿站', '爱心驿站'],
    ['梅赛德斯奔驰', '梅赛德斯·奔驰'],
    ['《条例》', '条例第十八条'],
    ['𠮷祥', '取名𠮷祥'],
  ])('finds %s in %s', (q, text) => {
    expect(found(indexOf(one('a', '标题', text)), q)).toEqual(['a'])
  })

  it('finds no word across two sentences', () => {
    expect(found(indexOf(one('a', '标题', '召开大会，计划如下')), '会计')).toEqual([])
  })

  it.each(['', ' ', '，。', '“”'])('finds nothing by %j, which has no word', (q) => {
    expect(searchBulletins(indexOf(one('a', '标题', '正文')), q)).toEqual({ total: 0, found: [] })
  })

  it('says how many there are, and gives the first thirty', () => {
    const many = indexOf(...Array.from({ length: 45 }, (_, i) => one(`b${i}`, '助学金', '')))
    const { total, found: shown } = searchBulletins(many, '助学')
    expect([total, shown.length]).toEqual([45, 30])
  })

  it('shows the words where they stand, as they are written', () => {
    const long = '前'.repeat(60)
    const all = indexOf(
      one('a', '秋季“助学金”发放', `${long}，共发放\n助 学 金 ５０ 万元，${'后'.repeat(90)}`),
    )
    const [hit] = searchBulletins(all, '助学金 50万').found
    expect(written(hit?.title)).toBe('秋季“[助学金]”发放')
    expect(written(hit?.excerpt)).toMatch(/^…前+，共发放 \[助 学 金 ５０ 万\]元，后+…$/)
    expect(written(hit?.excerpt).length).toBeLessThan(90)
  })

  it('shows the beginning of what has the words in its title alone', () => {
    const [hit] = searchBulletins(indexOf(one('a', '助学金发放', '一百名学生')), '助学金').found
    expect(written(hit?.excerpt)).toBe('一百名学生')
  })
})

/** What reading every text finds. `bulletins`: newest first. */
function foundByReading(bulletins: readonly Searched[], q: string): string[] {
  const words = wordsOf(q)
  const hasAll = (text: string) => words.length > 0 && words.every((word) => text.includes(word))
  const byTitle = bulletins.filter(({ title }) => hasAll(fold(title)))
  const byText = bulletins.filter(
    (one) => !byTitle.includes(one) && hasAll(`${fold(one.title)} ${fold(one.text)}`),
  )
  return [...byTitle, ...byText].map(({ id }) => id)
}

it('a search finds what reading every text finds, in the same order, however the bulletins are spread', () => {
  const few = fc.constantFrom(...'公益金助学aＡ1１“，。\n·𠮷 ')
  const text = fc.array(few, { maxLength: 30 }).map((units) => units.join(''))
  const query = fc.array(few, { maxLength: 5 }).map((units) => units.join(''))
  const texts = fc.array(fc.record({ title: text, text, part: fc.nat(2) }), { maxLength: 12 })
  fc.assert(
    fc.property(texts, query, (all, q) => {
      const bulletins = all.map((each, i) => one(`b${i}`, each.title, each.text, `2026-11-${30 - i}`))
      const parts = [0, 1, 2].map((n) => searchPartOf(bulletins.filter((_, i) => all[i]?.part === n)))
      expect(found(searchIndexOf(parts), q)).toEqual(foundByReading(bulletins, q))
    }),
    { numRuns: 500 },
  )
})

describe('the words that a function keeps', () => {
  const packOf = async (number: number, written: number, ...bulletins: Searched[]) => ({
    ...{ number, written, bytes: await packWords(bulletins) },
  })
  const heads = (packs: Record<string, number>) => ({ sequence: 3, at: '2026-12-01T02:00:00.000Z', packs })

  it('are read at half the price, and once more in full where the table has not caught up', async () => {
    const [first, old, now, another] = await Promise.all([
      packOf(1, 1, one('a', '助学金', '')),
      packOf(2, 1, one('b', '旧的', '')),
      packOf(2, 2, one('b', '改过的', '')),
      packOf(3, 3, one('c', '新的', '')),
    ])
    const asked: string[] = []
    const indexes = searchIndexes({
      bulletins: {
        async readPacks(_, numbers, { consistent }) {
          asked.push(`${consistent ? 'in full' : 'half'} ${numbers.join(' ')}`)
          const there = consistent ? [first, now, another] : [first, old]
          return there.filter(({ number }) => numbers.includes(number))
        },
      },
    })
    const { all } = await indexes('371600', heads({ 1: 1, 2: 2, 3: 3 }))
    expect(all.map(({ title }) => title).sort()).toEqual(['助学金', '改过的', '新的'].sort())
    expect(asked).toEqual(['half 1 2 3', 'in full 2 3'])
    await indexes('371600', heads({ 1: 1, 2: 2, 3: 3 }))
    expect(asked).toHaveLength(2)
  })
})
