/** Bulletins leave the desk as a file, and come in from one as drafts. */
import { bulletinsResponseSchema } from '../../../functions/exhibition/contract/bulletins'
import {
  entriesResponseSchema,
  entrySchema,
  versionsResponseSchema,
} from '../../../functions/exhibition/contract/entries'
import {
  bulletinColumns,
  exportSheetResponseSchema,
  fundColumns,
  importedSheetSchema,
  sheetPlanSchema,
} from '../../../functions/exhibition/contract/sheets'
import { mediaSchema } from '../../../functions/media/contract'
import { csvText } from '../../../functions/shared/sheet/write'
import { withDomain } from '../../support/engine/domain-engine'
import { parsed, refusal } from '../../support/worlds/points-world'
import { createMediaWorld } from '../media/kit'
import { aYear } from './fund-year'
import { bulletin, createExhibitionWorld, type Editor, smallPicture, text } from './kit'

const database = withDomain('exhibition')

const setUp = (region: string) => {
  const world = createExhibitionWorld(database, { region })
  const titles = async () => {
    const answer = await world.api.get(`/api/exhibition/${region}/bulletins`)
    return parsed(bulletinsResponseSchema, answer).bulletins.map(({ title }) => title)
  }
  return { ...world, titles, chen: world.editor('chen'), sun: world.editor('sun') }
}

const kind = 'bulletin'
const fileOf = (...rows: string[]) =>
  Buffer.from([bulletinColumns.join(','), ...rows].join('\n')).toString('base64')
const row = (name: string, title: string) => `${name},通知公告,${title},2026-11-20,摘要,正文,,,,`
const looked = async (by: Editor, file: string) =>
  parsed(sheetPlanSchema, await by.sheet('check', { kind, file }))
const changesOf = async (by: Editor, file: string) =>
  (await looked(by, file)).entries.map(({ line, change }) => `${line} ${change}`)
const taken = async (by: Editor, file: string) => {
  const { plan } = await looked(by, file)
  return parsed(importedSheetSchema, await by.sheet('import', { kind, file, plan })).entries
}
const exported = async (by: Editor) => {
  const rows: string[][] = []
  let from: object = {}
  for (;;) {
    const page = parsed(exportSheetResponseSchema, await by.sheet('export', { kind, ...from }))
    rows.push(...page.rows)
    if (page.cursor === null) return csvText(bulletinColumns, rows)
    from = { export: page.export, cursor: page.cursor }
  }
}

it('bulletins of a file become drafts of whoever brought them, whom another person has to approve; the same file again does nothing', async () => {
  const { chen, sun, titles, approve } = setUp('371100')
  const file = fileOf(row('a-1', '一'), row('', '没有编号'))
  expect(await changesOf(chen, file)).toEqual(['2 new', '3 new'])
  const [first, second] = await taken(chen, file)
  expect(first).toMatchObject({ id: '371100-bulletin-a-1', done: 'created', revision: 1 })
  expect(await titles()).toEqual([])
  expect(await changesOf(sun, file)).toEqual(['2 same', '3 same'])
  expect(await taken(sun, file)).toEqual([])
  const review = parsed(entrySchema, await chen.post(first?.id ?? '', 'submission', { revision: 1 }))
  const itself = await chen.post(review.id, 'approval', { version: 1, at: null })
  expect(refusal(itself)).toBe('403 own-entry')
  await approve(sun, review)
  expect(await titles()).toEqual(['一'])
  expect(await changesOf(sun, fileOf(row('a-1', '一，改过')))).toEqual(['2 changed'])
  await chen.post(second?.id ?? '', 'submission', { revision: 1 })
  expect(await changesOf(sun, fileOf(row('', '没有编号').replace('摘要', '另一个')))).toEqual(['2 waits'])
})

it('nothing is done where a row is wrong, or where something changed since it was looked at', async () => {
  const { chen, sun } = setUp('371200')
  const wrong = fileOf(row('a', '好的'), row('b', '好的').replace('2026-11-20', '昨天'))
  const { problems, plan, entries } = await looked(chen, wrong)
  expect({ problems, entries }).toEqual({
    problems: [{ line: 3, column: '日期', reason: '日期写作 2026-11-02，而不是 “昨天”' }],
    entries: [],
  })
  expect(refusal(await chen.sheet('import', { kind, file: wrong, plan }))).toBe('422 sheet-wrong')
  const listed = parsed(entriesResponseSchema, await chen.get('?region=371200&kind=bulletin'))
  expect(listed.entries).toEqual([])
  const file = fileOf(row('a', '好的'))
  const before = await looked(chen, file)
  await taken(sun, file)
  const late = await chen.sheet('import', { kind, file, plan: before.plan })
  expect(refusal(late)).toBe('409 sheet-changed')
  expect(late.json()).toMatchObject({ current: { entries: [{ change: 'same' }] } })
  const workbook = Buffer.from('PK\u0003\u0004').toString('base64')
  expect((await looked(chen, workbook)).problems[0]?.reason).toMatch(/^这是 Excel 工作簿/)
})

it('a draft that somebody was writing becomes a version, and its writers stay writers', async () => {
  const { chen, sun, drafted } = setUp('371300')
  const { id } = await drafted(chen, bulletin({ title: '写到一半' }))
  const name = id.split('-')[2] ?? ''
  const [done] = await taken(sun, fileOf(row(name, '文件里的')))
  expect(done).toMatchObject({ id, done: 'changed', revision: 2 })
  const { versions } = parsed(versionsResponseSchema, await chen.get(`/${id}/versions`))
  expect(versions).toMatchObject([{ version: 1, title: '写到一半', isKept: true, by: chen.id }])
  expect((await chen.entry(id)).writers).toEqual([chen.id, sun.id])
})

it('what a text of a file names is kept while the draft names it, in a new one and in one that was there', async () => {
  const { chen, drafted, ...world } = setUp('371600')
  const pictures = createMediaWorld(database)
  const waiting = async () => pictures.ready(pictures.editor('chen'), 'image/png', await smallPicture())
  const uploaded = [await waiting(), await waiting(), await waiting()]
  for (const { id } of uploaded) await pictures.editor('sun').decide(id, true)
  const [shown, other] = uploaded.map(({ id }) => `"【图片】\n文件：${id}\n描述：一张票"`)
  const { id } = await drafted(chen, bulletin({ title: '没有图' }))
  const name = id.split('-')[2] ?? ''
  const rows = [
    row('', '新的').replace('正文', shown ?? ''),
    row(name, '有图了').replace('正文', other ?? ''),
  ]
  expect(await taken(chen, fileOf(...rows))).toMatchObject([{ done: 'created' }, { done: 'changed' }])
  for (const { time } of [world, pictures]) time.now += 31 * 86_400_000
  await pictures.sweep()
  const states = uploaded.map(async (one) => {
    return parsed(mediaSchema, await pictures.editor('sun').show(one.id)).state
  })
  expect(await Promise.all(states)).toEqual(['approved', 'approved', 'removed'])
})

it('a year of which a file names one figure says how many others it would empty', async () => {
  const { chen, sun, published } = setUp('371700')
  await published(chen, sun, aYear({ year: 2023 }))
  const file = (...rows: string[]) =>
    Buffer.from([fundColumns.join(','), ...rows].join('\n')).toString('base64')
  const rows = file(
    '2023,销售,,100,元,市财政局公告,2026-06-30,,',
    '2024,销售,,100,元,市财政局公告,2026-06-30,,',
  )
  const plan = parsed(sheetPlanSchema, await chen.sheet('check', { kind: 'fund', file: rows }))
  expect(plan.entries.map(({ change, emptied }) => `${change} ${emptied}`)).toEqual(['changed 7', 'new 0'])
})

it('bulletins leave and come in again to the same bytes, in the city that they are of and in an empty one', async () => {
  const { chen, sun, published } = setUp('371400')
  for (let i = 0; i < 31; i++)
    await published(chen, sun, bulletin({ title: `=第 ${i}，"条"`, blocks: [text(`\n# ${i}\n`)] }))
  const first = await exported(sun)
  const file = Buffer.from(first).toString('base64')
  expect(new Set((await changesOf(chen, file)).map((one) => one.split(' ')[1]))).toEqual(new Set(['same']))
  const other = setUp('371500')
  expect(await taken(other.chen, file)).toHaveLength(31)
  expect(await exported(other.sun)).toBe(first)
})
