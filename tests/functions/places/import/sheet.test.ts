import { decodeText, formatOf, readSheetRows } from '../../../../functions/places/import/sheet'
import { gbk } from '../../../support/sheets'
import { xlsxOf } from '../../../support/xlsx'

const text = (content: string) => Buffer.from(content)
const csv = async (bytes: Uint8Array) => {
  const sheet = await readSheetRows(bytes, 'csv')
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
      value: '淮\u{20000}',
    })
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
      },
    })
  })

  it('that is none is refused', async () => {
    expect(await readSheetRows(text('outletNo,name'), 'xlsx')).toMatchObject({ ok: false })
  })

  it('is known by its name', () => {
    expect(formatOf('网点 2026.xlsx')).toBe('xlsx')
    expect(formatOf('A.CSV')).toBe('csv')
    expect(formatOf('places.xls')).toBeNull()
    expect(formatOf('csv')).toBeNull()
  })
})
