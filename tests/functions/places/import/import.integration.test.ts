import { randomBytes } from 'node:crypto'
import { createPlaceReports } from '../../../../functions/places'
import {
  type ImportProgress,
  type ImportRequest,
  importPlaces,
} from '../../../../functions/places/import/import'
import { createPlacesStore, type PlacesStore } from '../../../../functions/places/store'
import { withDomain } from '../../../support/engine/domain-engine'
import { csvOf, gbk, goodRow } from '../../../support/samples/sheets'
import { type XlsxCell, xlsxOf } from '../../../support/samples/xlsx'

const database = withDomain('places')
const clock = () => Date.parse('2026-11-18T10:00:00+08:00')
const storeOf = () => createPlacesStore({ tableOf: database.tableOf, clock })

const run = (request: Partial<ImportRequest> & Pick<ImportRequest, 'bytes'>) =>
  importPlaces({ store: storeOf(), clock, format: 'csv', adcode: '320800', ...request })
const load = async (request: Partial<ImportRequest> & Pick<ImportRequest, 'bytes'>) => {
  const report = await run(request)
  if (!report.ok) throw new Error(report.error.details.join())
  return report.value
}
const rows = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    goodRow({ outletNo: String(32080001 + i), name: `福彩投注站（${i}）`, lng: (119 + i / 1000).toFixed(6) }),
  )
const regionNow = () => storeOf().readRegion('320800', { consistent: true })
const placesNow = async () => (await storeOf().readContent('320800')).places

describe('an import', () => {
  it('creates the region from what it loads', async () => {
    const report = await load({ bytes: csvOf([...rows(3), goodRow({ outletNo: '7', district: '涟水县' })]) })
    expect(report).toMatchObject({ rows: 4, added: 4, badRows: 0, version: 1, loaded: 'yes', name: '淮安' })
    expect(await regionNow()).toMatchObject({
      adcode: '320800',
      name: '淮安',
      version: 1,
      demo: false,
      counts: { places: 4, kinds: { outlet: 4 }, roles: { 'love-aid': 4 } },
      districts: [
        { name: '清江浦', adcode: '320812', count: 3 },
        { name: '涟水', adcode: '320826', count: 1 },
      ],
    })
    expect((await storeOf().readContent('320800')).pinyin).toMatchObject({ 福: 'fu', 淮: 'huai' })
  })

  it('of a file without news tells the city grid of a city that an older build, or an import broken off, left out', async () => {
    const bytes = csvOf(rows(3))
    const { version } = await load({ bytes })
    const made = (await database.scan()).filter(({ PK }) => String(PK).startsWith('CITY-'))
    expect(made).toHaveLength(2)
    for (const { PK, SK } of made) await database.remove({ PK: String(PK), SK: String(SK) })
    await load({ bytes, dryRun: true })
    expect(await storeOf().readCityGrid({ consistent: true })).toBeNull()
    expect(await load({ bytes })).toMatchObject({ unchanged: 3, changed: 0, version })
    expect(await storeOf().readCityGrid({ consistent: true })).toMatchObject({ revision: 1 })
  })

  it('run twice changes nothing and bumps no version', async () => {
    const bytes = csvOf(rows(150))
    const first = await load({ bytes })
    const before = await database.scan()
    const second = await load({ bytes })
    expect(second).toMatchObject({ added: 0, changed: 0, unchanged: 150, removed: 0, version: first.version })
    expect(await database.scan()).toEqual(before)
  })

  it('writes only the row that changed', async () => {
    const many = rows(120)
    await load({ bytes: csvOf(many) })
    const [first, ...rest] = many
    const report = await load({
      bytes: csvOf([{ ...(first ?? goodRow()), phone: '0517-00000009' }, ...rest]),
    })
    expect(report).toMatchObject({ added: 0, changed: 1, unchanged: 119, version: 3 })
  })

  it('loads the valid rows and reports line, column and reason of the invalid ones', async () => {
    const report = await load({
      bytes: csvOf([
        goodRow({ outletNo: '1' }),
        goodRow({ outletNo: '2', lat: '95', kind: 'shop' }),
        goodRow({ outletNo: '3', address: '两行\n地址' }),
        goodRow({ outletNo: '1' }),
      ]),
    })
    expect(report).toMatchObject({ rows: 4, added: 2, badRows: 2 })
    expect(report.bad).toEqual([
      { line: 3, column: 'kind', reason: expect.stringContaining('shop') },
      { line: 3, column: 'lat', reason: expect.stringContaining('95') },
      { line: 6, column: 'outletNo', reason: '编号 1 与第 2 行重复' },
    ])
  })

  it('with strict loads nothing where a row is bad', async () => {
    const bytes = csvOf([goodRow(), goodRow({ outletNo: '2', lat: '' })])
    expect(await load({ bytes, strict: true })).toMatchObject({ loaded: 'refused', added: 0, badRows: 1 })
    expect(await database.scan()).toEqual([])
  })

  it('as a dry run reports what would happen and writes nothing', async () => {
    expect(await load({ bytes: csvOf(rows(2)), dryRun: true })).toMatchObject({
      loaded: 'dry-run',
      added: 2,
      version: 0,
    })
    expect(await database.scan()).toEqual([])
  })

  it('of a spreadsheet with errors changes nothing of those places, and names line, column and reason', async () => {
    await load({ bytes: csvOf(rows(3)) })
    const before = await database.scan()
    const header = Object.keys(goodRow())
    const sheet = rows(3).map((row): XlsxCell[] => Object.values(row))
    const put = (row: number, column: string, cell: XlsxCell) => {
      const cells = sheet[row]
      if (cells) cells[header.indexOf(column)] = cell
    }
    put(0, 'hours', { error: '#N/A' })
    put(1, 'phone', { formula: 'VLOOKUP(A2,B:C,2)' })
    put(2, 'address', '#REF!')
    const report = await load({ bytes: xlsxOf([header, ...sheet]), format: 'xlsx', erase: true })
    expect(report.bad).toEqual([
      { line: 2, column: 'hours', reason: expect.stringContaining('#N/A') },
      { line: 3, column: 'phone', reason: expect.stringContaining('公式') },
      { line: 4, column: 'address', reason: expect.stringContaining('#REF!') },
    ])
    expect(report).toMatchObject({ badRows: 3, changed: 0 })
    expect(await database.scan()).toEqual(before)
  })

  it('with empty cells says what is known there, and erases it only with --erase', async () => {
    await load({ bytes: csvOf(rows(2)) })
    const before = await database.scan()
    const bytes = csvOf(rows(2).map((row) => ({ ...row, hours: '', phone: '' })))
    for (const dryRun of [true, false])
      expect(await load({ bytes, dryRun })).toMatchObject({ emptied: { hours: 2, phone: 2 }, unchanged: 2 })
    expect(await database.scan()).toEqual(before)
    expect(await load({ bytes, dryRun: true, erase: true })).toMatchObject({ changed: 2 })
    expect(await load({ bytes, erase: true })).toMatchObject({ changed: 2, emptied: { hours: 2, phone: 2 } })
    expect(await placesNow()).toMatchObject([
      { hours: null, phone: null },
      { hours: null, phone: null },
    ])
    expect(await load({ bytes })).toMatchObject({ emptied: {}, unchanged: 2 })
  })

  it('loads a row with a cell that it cannot read, and leaves what was known there', async () => {
    await load({ bytes: csvOf(rows(1)) })
    const bytes = csvOf([
      ...rows(1).map((row) => ({ ...row, hours: '看情况', name: '新名' })),
      goodRow({ phone: '见门口' }),
    ])
    expect(await load({ bytes, strict: true })).toMatchObject({ loaded: 'refused', changed: 0 })
    const report = await load({ bytes })
    expect(report).toMatchObject({ added: 1, changed: 1, badRows: 0, bad: [] })
    expect(report.skipped).toMatchObject([
      { line: 2, column: 'hours' },
      { line: 3, column: 'phone' },
    ])
    expect(await placesNow()).toMatchObject([
      { name: '新名', hours: goodRow().hours },
      { outletNo: '32080290', phone: null },
    ])
    expect(await load({ bytes })).toMatchObject({ unchanged: 2, changed: 0 })
  })

  it('keeps every number of a place', async () => {
    const bytes = csvOf([goodRow({ phone: '0517-83900000;13800000000' })])
    await load({ bytes })
    expect(await placesNow()).toMatchObject([{ phone: '0517-83900000', otherPhones: ['13800000000'] }])
    expect(await load({ bytes })).toMatchObject({ unchanged: 1 })
  })

  it('says in one line that some rows lie elsewhere', async () => {
    const many = rows(9).map((row, i) => (i > 2 ? { ...row, lng: '117.97', lat: '37.38' } : row))
    const { warnings, added } = await load({ bytes: csvOf(many) })
    expect(added).toBe(9)
    expect(warnings).toEqual([
      {
        line: null,
        column: 'lng',
        reason: expect.stringMatching(/6 行的位置不在江苏（第 5、6、7、8、9等行）/),
      },
    ])
  })

  it('removes places that are not in the file only with --replace, and not while a row is invalid', async () => {
    await load({ bytes: csvOf(rows(3)) })
    expect(await load({ bytes: csvOf(rows(2)) })).toMatchObject({ removed: 0 })
    const [first, second] = rows(2)
    const bad = { ...(second ?? goodRow()), lat: '' }
    const careful = await load({ bytes: csvOf([first ?? goodRow(), bad]), replace: true })
    expect(careful).toMatchObject({ removed: 0, warnings: [{ reason: expect.stringContaining('没有删除') }] })
    expect(await load({ bytes: csvOf(rows(2)), replace: true })).toMatchObject({ removed: 1, unchanged: 2 })
    expect((await placesNow()).map(({ outletNo }) => outletNo)).toEqual(['32080001', '32080002'])
  })

  it('keeps what people doubt about a place', async () => {
    await load({ bytes: csvOf([goodRow()]) })
    const { report: send } = createPlaceReports({ tableOf: database.tableOf, clock, random: randomBytes })
    for (const source of ['192.0.2.1', '192.0.2.2', '192.0.2.3'])
      await send({
        placeId: '320800-32080290',
        subject: { fact: 'locked' },
        note: null,
        source: { network: source, site: source },
        creditTo: null,
      })
    const report = await load({ bytes: csvOf([goodRow({ name: '改了名' })]) })
    expect(report.changed).toBe(1)
    expect(await placesNow()).toMatchObject([{ name: '改了名', doubts: [{ fact: 'locked' }] }])
  })

  it('reads a GB18030 CSV and an Excel file as the same places', async () => {
    const row = goodRow()
    await load({ bytes: gbk(Buffer.from(csvOf([row])).toString()) })
    const header = Object.keys(row)
    const cells = Object.entries(row).map(([column, cell]) =>
      column === 'outletNo' || column === 'lng'
        ? Number(cell)
        : column === 'verifiedOn'
          ? new Date(`${cell}T00:00:00Z`)
          : cell,
    )
    expect(await load({ bytes: xlsxOf([header, cells]), format: 'xlsx' })).toMatchObject({
      unchanged: 1,
      changed: 0,
    })
  })

  it('gives a new name to a region even where no place changed', async () => {
    const bytes = csvOf([goodRow()])
    await load({ bytes })
    expect(await load({ bytes, name: '淮安市' })).toMatchObject({ name: '淮安市', unchanged: 1, version: 2 })
    expect(await load({ bytes })).toMatchObject({ name: '淮安市', version: 2 })
  })

  it('marks demonstration data, until real data has replaced it', async () => {
    await load({ bytes: csvOf([goodRow()]), demo: true })
    expect(await regionNow()).toMatchObject({ demo: true })
    await load({ bytes: csvOf([goodRow()]) })
    expect(await regionNow()).toMatchObject({ demo: false })
  })

  it('reports its progress, up to the last row', async () => {
    const seen: ImportProgress[] = []
    await load({ bytes: csvOf(rows(200)), onProgress: (progress) => seen.push(progress) })
    expect(seen).toContainEqual({ phase: 'check', done: 200, total: 200 })
    expect(seen.at(-1)).toEqual({ phase: 'write', done: 200, total: 200 })
  })
})

describe('an import that cannot be', () => {
  it.each([
    ['no-rows', csvOf([])],
    ['header', Buffer.from('编号,名称\n1,2\n')],
    ['unreadable', Buffer.from('')],
  ])('says %s and writes nothing', async (code, bytes) => {
    expect(await run({ bytes })).toMatchObject({ ok: false, error: { code } })
    expect(await database.scan()).toEqual([])
  })

  it('says once that longitude and latitude are the wrong way round', async () => {
    const bytes = csvOf(rows(3).map((row) => ({ ...row, lng: row.lat, lat: row.lng })))
    expect(await run({ bytes })).toEqual({
      ok: false,
      error: { code: 'outside', details: [expect.stringContaining('请对调这两列')] },
    })
    // Where both are below 90, only the province can tell.
    const urumqi = csvOf(rows(3).map((row) => ({ ...row, lng: '43.8', lat: '87.6' })))
    expect(await run({ bytes: urumqi, adcode: '650100', name: '乌鲁木齐' })).toMatchObject({
      ok: false,
      error: { code: 'outside', details: [expect.stringMatching(/全都不在新疆.*写反了/)] },
    })
    expect(await database.scan()).toEqual([])
  })

  it('refuses a file whose places all lie elsewhere, unless an option allows it', async () => {
    const bytes = csvOf(rows(3).map((row) => ({ ...row, lng: '117.97', lat: '37.38' })))
    expect(await run({ bytes, dryRun: true })).toMatchObject({
      ok: false,
      error: { code: 'outside', details: [expect.stringMatching(/3 行的位置全都不在江苏.*--outside/)] },
    })
    expect(await database.scan()).toEqual([])
    expect(await load({ bytes, outside: true })).toMatchObject({ added: 3 })
  })

  it('goes by the places that a region has already', async () => {
    await load({ bytes: csvOf(rows(6)) })
    const bytes = csvOf(rows(3).map((row) => ({ ...row, lng: '120.6', lat: '31.3' })))
    expect(await run({ bytes })).toMatchObject({ ok: false, error: { code: 'outside' } })
  })

  it('asks for the name of a region that nobody knows', async () => {
    expect(await run({ bytes: csvOf([goodRow()]), adcode: '990600' })).toMatchObject({
      ok: false,
      error: { code: 'no-name' },
    })
  })

  it('makes no region of bad rows alone', async () => {
    expect(await load({ bytes: csvOf([goodRow({ kind: '' })]) })).toMatchObject({
      badRows: 1,
      added: 0,
      version: 0,
    })
    expect(await database.scan()).toEqual([])
  })
})

describe('two imports at once', () => {
  /** Another import loads its file right before ours writes for the first time. */
  const disturbed = (store: PlacesStore, times: number, other: () => Promise<unknown>): PlacesStore => {
    let left = times
    return {
      ...store,
      applyImport: async (change) => {
        if (left-- > 0) await other()
        return store.applyImport(change)
      },
    }
  }

  it('both end up in the region, and the slower one says what it did', async () => {
    const store = disturbed(storeOf(), 1, () => load({ bytes: csvOf([goodRow({ outletNo: '9' })]) }))
    const report = await load({ bytes: csvOf(rows(2)), store })
    expect(report).toMatchObject({ added: 2, version: 2 })
    expect(await placesNow()).toHaveLength(3)
  })

  it('give up where the region is written all the time', async () => {
    let n = 0
    const store = disturbed(storeOf(), 9, () => load({ bytes: csvOf([goodRow({ outletNo: `9${n++}` })]) }))
    expect(await run({ bytes: csvOf(rows(2)), store })).toMatchObject({
      ok: false,
      error: { code: 'region-changed' },
    })
  })
})
