/** Files of bulletins and of the fund: what a row is, and that what was written reads back. */

import { bulletinCategories } from '../../../functions/exhibition/contract/categories'
import {
  type BulletinContent,
  bulletinContentSchema,
} from '../../../functions/exhibition/contract/kinds/bulletin'
import { type FundContent, fundContentSchema } from '../../../functions/exhibition/contract/kinds/fund'
import {
  bulletinColumns,
  fundColumns,
  mostSheetRows,
  type SheetKind,
} from '../../../functions/exhibition/contract/sheets'
import { blocksIn, blockText, keptIds } from '../../../functions/exhibition/rules/sheets/block-text'
import { bulletinCells } from '../../../functions/exhibition/rules/sheets/bulletin-row'
import { emptiedIn } from '../../../functions/exhibition/rules/sheets/emptied'
import { fundCells } from '../../../functions/exhibition/rules/sheets/fund-rows'
import { amountIn, amountText } from '../../../functions/exhibition/rules/sheets/money'
import { readSheet } from '../../../functions/exhibition/rules/sheets/read'
import { nameOf } from '../../../functions/exhibition/service/naming'
import type { Block } from '../../../functions/shared/blocks/block'
import { blocksSchema } from '../../../functions/shared/blocks/block'
import { readCsv } from '../../../functions/shared/sheet/csv'
import { csvText } from '../../../functions/shared/sheet/write'
import { seeded } from '../../support/samples/random'
import { aYear } from './fund-year'

const readText = (kind: SheetKind, text: string) => {
  const rows = readCsv(Buffer.from(text))
  if (!rows.ok) throw new Error(rows.error)
  return readSheet(kind, rows.value.rows, nameOf)
}
const saidOf = (kind: SheetKind, text: string) =>
  readText(kind, text).problems.map(({ line, column, reason }) => `${line} ${column}：${reason}`)

const bulletinFile = (...rows: string[]) => [bulletinColumns.join(','), ...rows].join('\n')
const fundFile = (...rows: string[]) => [fundColumns.join(','), ...rows].join('\n')

const contentOf = (row: string): BulletinContent =>
  bulletinContentSchema.parse(readText('bulletin', bulletinFile(row)).drafts[0]?.content)

const plain = '2026-01,公益资助,助学金发放,2026-11-20,一百名学生。,每人五千元。,,,,'

describe('a row of a bulletin', () => {
  it('is written as people write: paragraphs, headings, and the rest by name', () => {
    const body = '# 名单\n清江浦区三十名。\n淮阴区七十名。\n\n【引文】\n内容：谢谢\n谁说的：一位学生'
    const { drafts, problems } = readText(
      'bulletin',
      bulletinFile(
        `A-1,荣誉,青年文明号,2026/11/2,"摘要，有,逗号","${body}",证书｜https://example.org/a.pdf,快乐吧,青年文明号,2026`,
      ),
    )
    expect(problems).toEqual([])
    expect(drafts[0]).toMatchObject({
      ...{ line: 2, name: 'a-1' },
      content: {
        ...{ title: '青年文明号', category: 'honour', date: '2026-11-02', summary: '摘要，有,逗号' },
        blocks: [
          { type: 'heading', text: '名单', level: 2 },
          { type: 'text', text: '清江浦区三十名。\n淮阴区七十名。' },
          { type: 'quotation', text: '谢谢', by: '一位学生', source: '' },
        ],
        attachments: [{ title: '证书', address: 'https://example.org/a.pdf' }],
        honour: { who: '快乐吧', award: '青年文明号', year: 2026 },
      },
    })
  })

  it('is answered with what is wrong by row and column, all at once', () => {
    const file = bulletinFile(
      ',公告,,2026-02-30,,【画】,名单｜http://example.org,快乐吧,,',
      plain,
      plain,
      '2026-02,荣誉,一,二,三,四,,,,,多出来的',
      '2026-04,荣誉,一,2026-01-02,三,四,,快乐吧,文明号,1900',
      '2026-05,荣誉,一,2026-01-02,三,四,,快乐吧,文明号,2101',
      '2026-03,通知公告,名单,2026-01-02,11010519491231002X,,,,,',
    )
    expect(saidOf('bulletin', file)).toEqual([
      '2 栏目：不认识的栏目 “公告”，可用：公益资助、信息公开、公益活动、便民服务、通知公告、荣誉',
      '2 日期：没有这一天：“2026-02-30”',
      expect.stringMatching(/^2 正文：正文第 1 行：不认识的【画】，可用：【图片】/),
      '2 荣誉年份：写四位数的年份，例如 2026',
      '2 标题：不能为空',
      '2 附件：网址要以 https:// 开头，中间没有空格',
      '4 编号：编号 2026-01 第 3 行已经有了',
      '5 null：这一行有 11 格，表头只有 10 列；含逗号的内容要用英文双引号括起来',
      '6 荣誉年份：太小：最小 1987',
      '7 荣誉年份：太大：最大 2100',
      '8 null：里面有像身份证号或银行卡号的数字，请删去',
    ])
  })

  it('is refused where an earlier one has its id, whether that was written or comes of day and title', () => {
    const nameless = plain.replace('2026-01,', ',')
    const other = nameless.replace('助学金发放', '第二批')
    const derived = nameOf({ name: null, content: contentOf(nameless) })
    const written = `${derived}${nameless}`
    const said = (...rows: string[]) => saidOf('bulletin', bulletinFile(...rows))
    expect(said(nameless, nameless)).toEqual(['3 编号：和第 2 行的日期、标题都一样，请各写一个编号'])
    expect(said(nameless, other, `a${nameless}`)).toEqual([])
    expect(said(written, nameless)).toEqual([
      `3 编号：没有写编号，按日期和标题取的 ${derived} 第 2 行已经有了，请另写一个编号`,
    ])
    expect(said(nameless, other, written)).toEqual([
      `4 编号：第 2 行没有写编号，按日期和标题取的也是 ${derived}，请另写一个编号`,
    ])
  })

  it('is refused where Excel has cut a text off, with its row and column', () => {
    const body = Array.from({ length: 12 }, (_, i) => `${i}${'字'.repeat(2_900)}`).join('\n\n')
    const cut = plain.replace('每人五千元。', `"${body.slice(0, 32_767)}"`)
    expect(saidOf('bulletin', bulletinFile(plain, cut.replace('2026-01', '2026-02')))).toEqual([
      expect.stringMatching(/^3 正文：正好 32767 个字，是被 Excel 截断的/),
    ])
    const whole = plain.replace('每人五千元。', `"${body}"`)
    expect(saidOf('bulletin', bulletinFile(whole))).toEqual([])
  })

  it('counts rows as Excel does, whatever lines are in their cells', () => {
    const many = '2026-01,公益资助,助学金,2026-11-20,摘要,"一\n\n二\n三",,,,'
    const { drafts, problems } = readText(
      'bulletin',
      bulletinFile(many, plain.replace('2026-01,', 'b,'), 'c,公告'),
    )
    expect(drafts.map(({ line }) => line)).toEqual([2, 3])
    expect(new Set(problems.map(({ line }) => line))).toEqual(new Set([4]))
  })

  it.each([
    ['', '文件是空的'],
    [bulletinColumns.join(','), '只有表头，没有内容'],
    [
      bulletinFile(...Array.from({ length: mostSheetRows + 1 }, () => plain)),
      '有 501 行，一次最多 500 行；请分成几个文件',
    ],
    ['标题,日期,价钱\na,b,c', '不认识的列“价钱”'],
  ])('is not read of a file that is none: %#', (text, reason) => {
    const { drafts, problems } = readText('bulletin', text)
    expect(drafts).toEqual([])
    expect(problems.map((one) => one.reason).join()).toContain(reason)
  })

  it('keeps the ids of what is still there', () => {
    const text = (id: string, words: string): Block => ({ id, type: 'text', text: words })
    const heading: Block = { id: 'h', type: 'heading', text: '名单', level: 2 }
    const before = [heading, text('x', '甲'), text('y', '乙')]
    const after = blocksIn('乙\n\n# 名单\n\n丙\n\n丁')
    if (!after.ok) throw new Error(after.error)
    expect(keptIds(before, after.value).map(({ id }) => id)).toEqual(['y', 'h', 'x', 'b1'])
  })
})

describe('rows of a year', () => {
  const nothing = { amount: null, source: '', date: null }
  const unknown = { prizes: nothing, raised: nothing, jobs: { count: null, source: '', date: null } }
  const noParts = { city: null, province: null, nation: null }
  const bareUses = (id: string) => aYear().uses.map((use) => ({ ...use, id, amount: null }))

  it('are a figure each, in any unit, and what the file does not say is not known', () => {
    const { drafts, problems } = readText(
      'fund',
      fundFile(
        '2025,销售,,"35,600.5",万元,市中心年报,2026-01-31,,',
        '2025年,本市使用,扶老,1.2,亿元,财政局,2026/6/30,护理床位,371600-project-0a1b2c3d',
        '2025,就业岗位,,905,个,年报,2026-01-31,,',
        '2025,说明,,,,,,"一\n二",',
      ),
    )
    expect(problems).toEqual([])
    expect(drafts).toMatchObject([
      {
        name: '2025',
        content: {
          sales: { amount: 35_600_500_000, source: '市中心年报', date: '2026-01-31' },
          prizes: { amount: null, source: '', date: null },
          uses: [{ title: '扶老', amount: 12_000_000_000, places: ['371600-project-0a1b2c3d'] }],
          ...{ jobs: { count: 905 }, note: '一\n二' },
        },
      },
    ])
  })

  it('are answered with what is wrong by row and column', () => {
    const file = fundFile(
      '1900,销售,,1,万元,,,,',
      '2025,利润,,1,万元,,,,',
      '2025,销售,,1.0000001,万元,,,,',
      '2025,奖金,,100,,,,,',
      '2024,留在本市,,1,万元,甲,2025-01-01,,',
      '2024,省里统筹,,1,万元,乙,2025-01-01,,',
      '2024,就业岗位,岗位,1.5,个,,,,',
      '2023,销售,,1,元,,,,',
      '2023,销售,,2,元,,,,',
    )
    expect(saidOf('fund', file)).toEqual([
      '2 年份：写 1987 到 2100 之间的四位数：“1900”',
      expect.stringMatching(/^3 项目：不认识的项目 “利润”，可用：销售、奖金/),
      '4 数值：比一分钱还细：“1.0000001”万元',
      '5 数值：单位写元、万元或亿元，而不是 “”',
      '7 来源：来源和日期要和第 6 行一样：三处是同一份公告里的',
      '8 名称：“就业岗位”没有这一列，要留空',
      '8 数值：写整数，最多 7 位：“1.5”',
      '10 项目：2023 年的“销售”第 9 行已经有了',
    ])
  })

  it.each([
    ['the same', {}, 0],
    ['the sales alone', { ...unknown, kept: { ...aYear().kept, ...noParts }, uses: [] }, 7],
    ['a use of another name', { uses: aYear().uses.map((use) => ({ ...use, id: 'b', title: '养老' })) }, 0],
    ['a use of another name, its figure not known', { uses: bareUses('b') }, 1],
    ['a use whose figure is not known', { uses: bareUses('a') }, 1],
    ['a figure that is another', { sales: { ...aYear().sales, amount: 1 } }, 0],
  ])('empty what they do not name: %s', (_, change, count) => {
    expect(emptiedIn(aYear(), aYear(change))).toBe(count)
    expect(emptiedIn(aYear(change), aYear(change))).toBe(0)
  })

  it('have amounts that are exact to the fen', () => {
    for (const fen of [0, 1, 99, 1_000_000, 213_050_000, 1e14, 123_456_789]) {
      expect(amountIn(amountText(fen), '万元')).toEqual({ ok: true, value: fen })
    }
    expect(amountText(213_050_000)).toBe('213.05')
  })
})

describe('what leaves as a file', () => {
  const { between, pick: pickOf } = seeded(20_261_129)
  const below = (n: number) => between(0, n - 1)
  const pick = <T>(all: readonly T[]): T => pickOf(all.map((one) => ({ one }))).one
  const some = <T>(most: number, make: (i: number) => T): T[] =>
    Array.from({ length: below(most + 1) }, (_, i) => make(i))
  const odd = [
    '=1+1',
    '-',
    '@',
    "'",
    "'=",
    '"',
    ',',
    '，',
    '；',
    ';',
    '|',
    '｜',
    '\\',
    '\\n',
    '#',
    '# ',
    '【',
    '】',
    '：',
    ':',
    ' ',
    '　',
    '甲',
    '扶老',
    'a',
    '1',
    '\u2028',
    '😀',
    '+',
    '\ufeff',
    '=""',
  ]
  const line = (most: number) =>
    some(6, () => pick(odd))
      .join('')
      .slice(0, most)
      .replace(/[\ud800-\udbff]$/, '')
  const lines = () => some(4, () => line(20)).join('\n')
  const day = () => `20${10 + below(17)}-0${1 + below(9)}-1${below(10)}`
  const media = () => `371600-m${below(9)}`
  const number = () => pick([0, 1, -2.5, 1e21, 0.000_000_1, 12_345.678])
  const picture = () => ({ media: media(), description: line(30), caption: line(30) })
  const block = (i: number): Block => {
    const id = `q${i}`
    return pick<() => Block>([
      () => ({ id, type: 'heading', text: line(60), level: pick([2, 3] as const) }),
      () => ({ id, type: 'text', text: lines() }),
      () => ({ id, type: 'picture', ...picture() }),
      () => ({ id, type: 'pictures', pictures: some(3, picture) }),
      () => ({ id, type: 'audio', media: media(), title: line(80), transcript: lines() }),
      () => ({
        ...{ id, type: 'video', media: media(), title: line(80), poster: pick([null, media()]) },
        captions: some(3, () => ({ from: below(9) / 2, until: below(99), text: line(20) })),
      }),
      () => ({
        id,
        type: 'timeline',
        events: some(3, () => ({
          time: pick(['1987', '1987-07', '1987-07-27']),
          title: line(60),
          text: lines(),
        })),
      }),
      () => ({
        id,
        type: 'figure',
        value: number(),
        unit: line(10),
        label: line(80),
        source: line(60),
        date: pick([null, day()]),
      }),
      () => ({ id, type: 'quotation', text: lines(), by: line(60), source: line(60) }),
      () => ({
        id,
        type: 'table',
        caption: line(60),
        columns: ['甲', ...some(3, () => line(40))],
        rows: some(3, () => some(3, () => line(40))),
      }),
      () => ({ id, type: 'place', place: media(), note: line(60) }),
      () => ({ id, type: 'bulletin', bulletin: `371600-bulletin-b${below(9)}` }),
    ])()
  }
  const aBulletin = (): BulletinContent => ({
    ...{
      kind: 'bulletin',
      title: `${pick(odd)}${line(50)}`,
      category: pick(bulletinCategories),
      date: day(),
    },
    ...{ summary: line(160), blocks: some(6, block) },
    attachments: some(3, () => ({
      title: line(80),
      ...pick([{ address: '' }, { address: 'https://example.org/a?b=1|2' }, { address: '', media: media() }]),
    })),
    honour: pick([null, { who: line(40), award: line(60), year: 2000 + below(30) }]),
  })
  const amount = () => pick([null, below(1e9), below(1e9) * 100_000])
  const origin = () => ({ source: line(80), date: pick([null, day()]) })
  const aYear = (year: number): FundContent => ({
    ...{
      kind: 'fund',
      year,
      sales: { amount: amount(), ...origin() },
      prizes: { amount: amount(), ...origin() },
    },
    raised: { amount: amount(), ...origin() },
    kept: { city: amount(), province: amount(), nation: amount(), ...origin() },
    uses: some(4, (i) => ({
      ...{ id: `u${i + 1}`, title: line(30), about: line(60), amount: amount(), ...origin() },
      places: some(3, media),
    })),
    ...{ jobs: { count: pick([null, below(9_999)]), ...origin() }, note: lines() },
  })
  const withoutIds = (blocks: readonly Block[]) => blocks.map((one) => ({ ...one, id: '' }))

  it('reads back as it was, whatever an editor may have written, and is written again to the same bytes', () => {
    for (let i = 0; i < 300; i++) {
      const contents = Array.from({ length: 1 + below(3) }, aBulletin)
      for (const content of contents) expect(bulletinContentSchema.safeParse(content).error).toBeUndefined()
      const rows = contents.map((content, at) => bulletinCells(`n${at}`, content))
      const text = csvText(bulletinColumns, rows)
      const { drafts, problems } = readText('bulletin', text)
      expect({ text, problems }).toEqual({ text, problems: [] })
      const read = drafts.map(({ content }) => bulletinContentSchema.parse(content))
      expect(read.map((one) => ({ ...one, blocks: withoutIds(one.blocks) }))).toEqual(
        contents.map((one) => ({ ...one, blocks: withoutIds(one.blocks) })),
      )
      expect(
        csvText(
          bulletinColumns,
          read.map((one, at) => bulletinCells(`n${at}`, one)),
        ),
      ).toBe(text)
    }
  })

  it('reads back as it was with years of the fund, too', () => {
    for (let i = 0; i < 300; i++) {
      const years = Array.from({ length: 1 + below(3) }, (_, at) => aYear(2020 + at))
      for (const year of years) expect(fundContentSchema.safeParse(year).error).toBeUndefined()
      const text = csvText(fundColumns, years.flatMap(fundCells))
      const { drafts, problems } = readText('fund', text)
      expect({ text, problems }).toEqual({ text, problems: [] })
      const read = drafts.map(({ content }) => fundContentSchema.parse(content))
      expect(read).toEqual(years)
      expect(csvText(fundColumns, read.flatMap(fundCells))).toBe(text)
    }
  })

  it('has blocks that the schema knows', () => {
    for (let i = 0; i < 100; i++) {
      const blocks = some(6, block)
      expect(blocksSchema.safeParse(blocks).success).toBe(true)
      const read = blocksIn(blockText(blocks))
      expect(read.ok && withoutIds(read.value)).toEqual(withoutIds(blocks))
    }
  })
})
