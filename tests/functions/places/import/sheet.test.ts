import { formatOf, readSheetRows } from '../../../../functions/places/import/file/sheet'
import { decodeText } from '../../../../functions/shared/sheet/csv'
import { big5, gbk } from '../../../support/samples/sheets'
import { workbookOf, xlsxOf } from '../../../support/samples/xlsx'

const text = (content: string) => Buffer.from(content)
const csv = async (bytes: Uint8Array) => {
  const sheet = await readSheetRows(bytes, 'csv')
  if (!sheet.ok) throw new Error(sheet.error)
  return sheet.value
}
const xlsx = async (bytes: Uint8Array) => {
  const sheet = await readSheetRows(bytes, 'xlsx')
  if (!sheet.ok) throw new Error(sheet.error)
  return sheet.value
}

describe('the text of a CSV file', () => {
  const written = '名称,地址\n淮海东路站,清江浦区“淮海东路”88号\n'

  it.each([
    ['UTF-8', text(written)],
    ['UTF-8 with a mark', text(`\uFEFF${written}`)],
    ['GB18030 as Excel in China saves it', gbk(written)],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${written}`, 'utf16le')],
  ])('is read in %s', async (_, bytes) => {
    const sheet = await csv(bytes)
    expect(sheet.header).toEqual(['名称', '地址'])
    expect(sheet.rows).toEqual([{ line: 2, cells: ['淮海东路站', '清江浦区“淮海东路”88号'] }])
  })

  it('keeps characters that only GB18030 has, in four bytes', () => {
    expect(decodeText(Uint8Array.of(0xbb, 0xb4, 0x95, 0x32, 0x82, 0x36))).toEqual({
      ok: true,
      value: { text: '淮\u{20000}', encoding: 'gb18030' },
    })
  })

  it('in Big5 is read as Big5, with a notice, and not as GB18030', async () => {
    const sheet = await csv(big5('name,address\n淮海東路站,淮安市清江浦區淮海東路88號\n'))
    expect(sheet.rows).toEqual([{ line: 2, cells: ['淮海東路站', '淮安市清江浦區淮海東路88號'] }])
    expect(sheet.notices).toEqual([expect.stringContaining('Big5')])
    expect((await csv(gbk('name,address\n淮海東路站,淮安市清江浦區\n'))).rows[0]?.cells[0]).toBe('淮海東路站')
  })

  it('in no known encoding is refused, not garbled', () => {
    expect(decodeText(Uint8Array.of(0xff, 0x41, 0xff))).toMatchObject({ ok: false })
  })
})

describe('the rows of a CSV file', () => {
  it('know the line they begin on, past empty lines and line breaks in quotes', async () => {
    const sheet = await csv(text('a,b\r\n\r\n1,"x\r\ny"\r\n2,z\r\n , \r\n3,w'))
    expect(sheet.rows).toEqual([
      { line: 3, cells: ['1', 'x\ny'] },
      { line: 5, cells: ['2', 'z'] },
      { line: 7, cells: ['3', 'w'] },
    ])
  })

  it('may be separated by tabs or semicolons', async () => {
    expect((await csv(text('a\tb\n1\t2,3'))).rows).toEqual([{ line: 2, cells: ['1', '2,3'] }])
    expect((await csv(text('a;b\n1;2'))).rows).toEqual([{ line: 2, cells: ['1', '2'] }])
  })

  it('come after what Excel writes for itself: the separator, and an old mark at the end', async () => {
    expect((await csv(text('sep=;\r\na;b\r\n1;2,3\r\n\x1a'))).rows).toEqual([
      { line: 3, cells: ['1', '2,3'] },
    ])
    expect((await csv(text('\uFEFF"sep=|"\na|b\n1|2'))).rows).toEqual([{ line: 3, cells: ['1', '2'] }])
  })

  it('come without the formula around a text that should stay one', async () => {
    expect((await csv(text('a,b\n="91000017","=""0517"""\n=B2,x'))).rows).toEqual([
      { line: 2, cells: ['91000017', '0517'] },
      { line: 3, cells: ['=B2', 'x'] },
    ])
  })

  it('come below a title: the header is the row that names columns', async () => {
    const sheet = await csv(text('淮安市福彩网点一览,,\n制表：2026-11\nname,kind,lng\nx,outlet,119\n'))
    expect(sheet.header).toEqual(['name', 'kind', 'lng'])
    expect(sheet.rows).toEqual([{ line: 4, cells: ['x', 'outlet', '119'] }])
  })

  it('with a quote that never closes are refused with the line', async () => {
    expect(await readSheetRows(text('a,b\n1,"x\n2,y\n'), 'csv')).toMatchObject({
      ok: false,
      error: expect.stringContaining('双引号'),
    })
  })

  it.each(['', '\n\n', ' , \n'])('that are not there (%j) make an empty file', async (content) => {
    expect(await readSheetRows(text(content), 'csv')).toEqual({ ok: false, error: '文件是空的' })
  })
})

describe('an Excel file', () => {
  it('gives numbers, days and texts as they are seen, each on its row', async () => {
    const sheet = await readSheetRows(
      xlsxOf([
        ['outletNo', 'lng', 'verifiedOn', 'hours'],
        [32080290, 119.0345678, new Date('2026-11-02T00:00:00Z'), ' 24/7'],
        [],
        ['0012', 119.1 + 0.2, '', '<b>&'],
      ]),
      'xlsx',
    )
    expect(sheet).toEqual({
      ok: true,
      value: {
        header: ['outletNo', 'lng', 'verifiedOn', 'hours'],
        rows: [
          { line: 2, cells: ['32080290', '119.0345678', '2026-11-02', ' 24/7'] },
          { line: 4, cells: ['0012', '119.3', '', '<b>&'] },
        ],
        notices: [],
      },
    })
  })

  it('gives what a formula came to, and the error or the formula itself where it came to nothing', async () => {
    const sheet = await xlsx(
      xlsxOf([
        ['a', 'b', 'c', 'd'],
        [
          { error: '#N/A' },
          { formula: 'B1&C1' },
          { formula: 'A1', value: 'x' },
          { formula: '""', value: '' },
        ],
        [{ formula: '' }],
        ['', '', '', { error: '#REF!' }],
      ]),
    )
    expect(sheet.rows).toEqual([
      { line: 2, cells: ['#N/A', '=B1&C1', 'x', ''] },
      // A formula that is written out in another cell: shared with this one.
      { line: 3, cells: ['=…'] },
      { line: 4, cells: ['', '', '', '#REF!'] },
    ])
  })

  it('shows that a number is longer than a spreadsheet keeps, and no made-up digits', async () => {
    const sheet = await xlsx(xlsxOf([['a'], [{ number: '320802901234567890' }], [{ number: '3E+17' }]]))
    expect(sheet.rows.map(({ cells }) => cells[0])).toEqual(['3.20802901234568e+17', '3.00000000000000e+17'])
  })

  it('is read from its first sheet that can be seen, and names the others that have content', async () => {
    const rows = [
      ['a', 'b'],
      ['1', '2'],
    ]
    const sheet = await xlsx(
      workbookOf([
        { name: '旧表', hidden: true, rows: [['x'], ['9']] },
        { name: '网点', rows },
        { name: '备注', rows },
      ]),
    )
    expect(sheet.header).toEqual(['a', 'b'])
    expect(sheet.notices).toEqual([expect.stringMatching(/“网点”.*“备注”/)])
    expect(
      (
        await xlsx(
          workbookOf([
            { name: '旧', hidden: true, rows },
            { name: '新', rows },
          ]),
        )
      ).notices,
    ).toEqual([expect.stringMatching(/“新”.*隐藏.*“旧”/)])
  })

  it('that is no workbook is refused', async () => {
    expect(await readSheetRows(text('outletNo,name'), 'xlsx')).toMatchObject({ ok: false })
  })

  it('is known by its name', () => {
    expect(formatOf('网点 2026.xlsx')).toBe('xlsx')
    expect(formatOf('A.CSV')).toBe('csv')
    expect(formatOf('places.xls')).toBeNull()
    expect(formatOf('csv')).toBeNull()
  })
})
