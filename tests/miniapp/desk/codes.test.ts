import { parse } from 'csv-parse/sync'
import {
  batchOf,
  batchProblems,
  batchSentence,
  batchStatus,
  codesCsv,
  codesFileName,
  codesText,
} from '@/points/desk/batches/codes'
import { aBatch } from './builders'

const today = '2026-03-04'
const good = { label: '社区义诊现场', count: '100', points: '10', until: '2026-12-31' }
const codes = [
  { code: '7K2M-9QXA-4T01', used: false },
  { code: '8K2M-9QXA-4T02', used: true },
]

it('makes a batch of what was typed, and says what it comes to', () => {
  expect(batchOf(good, today)).toEqual({ label: '社区义诊现场', count: 100, points: 10, until: '2026-12-31' })
  expect(batchSentence(good, today)).toContain('共 1000 分')
})

it.each([
  [{ label: ' ' }, 'label'],
  [{ count: '0' }, 'count'],
  [{ count: '1001' }, 'count'],
  [{ points: '' }, 'points'],
  [{ until: '2026-03-03' }, 'until'],
  [{ until: '年底' }, 'until'],
])('refuses %j', (change, field) => {
  expect(Object.keys(batchProblems({ ...good, ...change }, today))).toEqual([field])
  expect(batchOf({ ...good, ...change }, today)).toBeNull()
})

it('takes today as the last day', () => {
  expect(batchProblems({ ...good, until: today }, today)).toEqual({})
})

it('writes a file that Excel opens in Chinese and any program reads back', () => {
  const csv = codesCsv(aBatch({ label: '义诊，"第二场"' }), codes)
  expect(csv.startsWith('\uFEFF')).toBe(true)
  const rows = parse(csv, { bom: true })
  expect(rows).toEqual([
    ['序号', '积分码', '积分', '最后有效日', '用在哪里', '已使用'],
    ['1', '7K2M-9QXA-4T01', '10', '2099-12-31', '义诊，"第二场"', '否'],
    ['2', '8K2M-9QXA-4T02', '10', '2099-12-31', '义诊，"第二场"', '是'],
  ])
})

it.each(['=cmd()', '+1', '-1', '@SUM(A1)', '＝cmd()', '＋1', '－1', '＠SUM(A1)'])(
  'lets Excel run no label: %s',
  (label) => {
    const [, first] = parse(codesCsv(aBatch({ label }), codes), { bom: true })
    expect(first?.[4]).toBe(`'${label}`)
  },
)

it('names the file so that every system takes it', () => {
  expect(codesFileName(aBatch({ label: '义诊 3/4: 上午?' }))).toBe('积分码-义诊-3-4-上午-.csv')
})

it('copies only what can still be used', () => {
  expect(codesText(codes)).toBe('7K2M-9QXA-4T01')
})

it('says where a batch stands', () => {
  expect(batchStatus(aBatch(), today).word).toBe('使用中')
  expect(batchStatus(aBatch({ isStopped: true }), today).word).toBe('已停用')
  expect(batchStatus(aBatch({ until: '2026-03-03' }), today).word).toBe('已过期')
  expect(batchStatus(aBatch({ used: 100 }), today).word).toBe('用完了')
})
