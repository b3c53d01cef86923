/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * A list as a file: the whole of it, read page by page, on record at the server.
 */

import { csvName, csvText } from '@common/sheet/write'
import { operatorId } from '@contract/audit'
import type { Role } from '@contract/identity'
import { parse } from 'csv-parse/sync'
import { aBatch } from './builders'
import { atWork, type Routes, refused, region } from './work'

const staff: Role[] = [{ kind: 'staff', region, powers: ['gifts', 'audit'] }]
const id = `${region}-0123456789`
const none = { export: id, gifts: [], batches: [], adjustments: [], cursor: null }

/** The page of codes on a desktop, and the files that were saved. */
function atBatches(routes: Routes, width = 1440) {
  const saved: Blob[] = []
  URL.createObjectURL = (blob) => {
    if (blob instanceof Blob) saved.push(blob)
    return 'blob:file'
  }
  URL.revokeObjectURL = () => {}
  // What a link with `download` does is the browser's.
  const names: string[] = []
  HTMLAnchorElement.prototype.click = function () {
    names.push(this.download)
  }
  const work = atWork(
    staff,
    {
      'GET /api/staff/code-batches': { batches: [aBatch({ label: '社区义诊' })], cursor: null },
      'GET /api/staff/proposals': { proposals: [], open: 0, cursor: null },
      ...routes,
    },
    { width },
  )
  work.open('desk/pages/points/batches')
  return { ...work, saved, names }
}

/** As it lies on the disk, the byte order mark included. */
const textOf = (blob: Blob | undefined) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader()
    reader.onload = () =>
      resolve(reader.result instanceof ArrayBuffer ? Buffer.from(reader.result).toString() : '')
    reader.readAsArrayBuffer(blob ?? new Blob())
  })

it('has the rows of all pages, which are one export on record', async () => {
  const { screen, fireEvent, waitFor, bodies, saved } = atBatches({
    'POST /api/staff/points/exports': (body: unknown) =>
      JSON.stringify(body).includes('cursor')
        ? { ...none, batches: [aBatch({ label: '第二页' })] }
        : { ...none, batches: [aBatch({ label: '=第一页', used: 3, points: 10 })], cursor: 'next' },
  })
  fireEvent.click(await screen.findByRole('button', { name: '导出全部' }))
  await screen.findByText(/已导出 2 行/)
  expect(bodies('POST /api/staff/points/exports')).toEqual([
    { region, list: 'batches' },
    { region, list: 'batches', export: id, cursor: 'next' },
  ])
  await waitFor(() => expect(saved).toHaveLength(1))
  const text = await textOf(saved[0])
  expect(text.startsWith('\uFEFF')).toBe(true)
  const rows = parse(text, { bom: true, columns: true })
  expect(rows).toMatchObject([{ 用在哪里: "'=第一页", 已发积分: '30' }, { 用在哪里: '第二页' }])
})

it('is no file where a page was refused: half a list would pass for the whole', async () => {
  const { screen, fireEvent, saved } = atBatches({
    'POST /api/staff/points/exports': (body: unknown) =>
      JSON.stringify(body).includes('cursor')
        ? refused('unavailable', 503)
        : { ...none, batches: [aBatch({})], cursor: 'next' },
  })
  fireEvent.click(await screen.findByRole('button', { name: '导出全部' }))
  await screen.findByRole('alert')
  expect(saved).toEqual([])
})

it('is named after the city that it is of', async () => {
  const { screen, fireEvent, waitFor, names } = atBatches({ 'POST /api/staff/points/exports': none })
  fireEvent.click(await screen.findByRole('button', { name: '导出全部' }))
  await waitFor(() => expect(names).toHaveLength(1))
  expect(names[0]).toMatch(/^淮安-积分码批次-\d{4}-\d\d-\d\d\.csv$/)
})

it('is not offered on a phone', async () => {
  const { screen } = atBatches({}, 390)
  await screen.findByText('社区义诊')
  expect(screen.queryByRole('button', { name: '导出全部' })).toBeNull()
})

it('names persons as the list does', async () => {
  const { screen, fireEvent, waitFor, saved } = atBatches({
    'POST /api/staff/points/exports': {
      ...none,
      batches: [aBatch({ proposedBy: '0000000000000000000a', approvedBy: '0000000000000000000b' })],
    },
    'POST /api/staff/persons/resolve': {
      persons: [{ id: '0000000000000000000a', no: '3E8CA0HE', name: '王老师' }],
    },
  })
  fireEvent.click(await screen.findByRole('button', { name: '导出全部' }))
  await waitFor(() => expect(saved).toHaveLength(1))
  const [row] = parse(await textOf(saved[0]), { bom: true, columns: true })
  expect(row).toMatchObject({ 提交: '王老师 · 3E8C A0HE', 复核: '已注销' })
})

it('names the operator, who is none of the persons that the server knows', async () => {
  const { screen, fireEvent, waitFor, saved, sent } = atBatches({
    'POST /api/staff/points/exports': { ...none, batches: [aBatch({ proposedBy: operatorId })] },
    'POST /api/staff/persons/resolve': { persons: [] },
  })
  fireEvent.click(await screen.findByRole('button', { name: '导出全部' }))
  await waitFor(() => expect(saved).toHaveLength(1))
  const [row] = parse(await textOf(saved[0]), { bom: true, columns: true })
  expect(row).toMatchObject({ 提交: '运维人员' })
  expect(JSON.stringify(sent('POST /api/staff/persons/resolve'))).not.toContain(operatorId)
})

describe('the file', () => {
  it.each(['=cmd()', '+1', '-1', '@SUM(A1)', '＝cmd()', '\tcmd'])('lets Excel run no text: %s', (text) => {
    expect(parse(csvText(['一'], [[text]]), { bom: true })[1]).toEqual([`'${text}`])
  })

  it('keeps numbers numbers, and quotes and breaks what they are', () => {
    const text = csvText(['积分', '说明'], [[-5, '一"二，\n三']])
    expect(parse(text, { bom: true })[1]).toEqual(['-5', '一"二，\n三'])
  })

  it('has a name that every system takes', () => {
    expect(csvName('操作记录 2026/03')).toBe('操作记录-2026-03.csv')
  })
})
