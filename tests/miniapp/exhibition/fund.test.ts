/**
 * @jest-environment jsdom
 *
 * Where the money went, as a visitor reads it.
 */
import { aFund, aFundYear } from '../../support/samples/shown-fund'
import { aBrowser } from '../places/browser'
import { places, start } from '../shell/start'
import type { Reply, Sent } from '../support/taro'
import { hallServer } from './builders'

beforeEach(() => void aBrowser())

const place = places[0]
const json = (value: unknown): Reply => ({ statusCode: 200, header: {}, data: JSON.stringify(value) })
const answers =
  (fund: unknown) =>
  (sent: Sent): Reply =>
    sent.url.endsWith('/fund') ? json(fund) : hallServer()(sent)

type Visit = {
  fund?: unknown
  kept?: Iterable<[string, string]>
  server?: (sent: Sent) => Reply | Promise<Reply>
}
const visit = ({ fund = aFund([place?.id ?? '']), kept = [], server = answers(fund) }: Visit = {}) => {
  const started = start((phone) => {
    for (const [name, text] of kept) phone.storage.set(name, text)
    phone.params = { region: '320800' }
    phone.server = server
  })
  const press = (name: string | RegExp) =>
    started.fireEvent.click(started.screen.getByRole('button', { name }))
  return { ...started, press }
}

it('is reached from the hall', async () => {
  const { open, screen, fireEvent, phone } = visit()
  open('tabs/hall')
  fireEvent.click(await screen.findByRole('button', { name: /公益金去向/ }))
  expect(phone.did).toEqual(['navigateTo /exhibition/pages/fund/index?region=320800'])
})

it('says what became of a yuan, who keeps the fund, and what it was spent on down to places of the map', async () => {
  const { open, screen, within, press, phone } = visit()
  open('exhibition/pages/fund')
  const yuan = within(await screen.findByRole('list', { name: '一元钱的去向' }))
  expect(yuan.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    '奖金 5 角 5 分1.98 亿元',
    '公益金 3 角1.08 亿元',
    '发行费 1 角 5 分5,400 万元',
  ])
  expect(screen.getByRole('heading', { name: '筹集的 1.08 亿元归哪里' })).toBeTruthy()
  expect(screen.getByText('留在本市（含区县）')).toBeTruthy()
  expect(screen.getByRole('heading', { name: '本市用了 3,600 万元' })).toBeTruthy()
  expect(screen.getByText('905 个岗位')).toBeTruthy()
  expect(screen.getByText('器材里有一半是前一年订的。')).toBeTruthy()
  press(new RegExp(place?.name ?? ''))
  expect(phone.did).toEqual([expect.stringContaining(`id=${place?.id}`)])
})

it('draws what can be matched: a swatch of its own at each line, and parts as long as they are of the whole', async () => {
  const { open, screen } = visit()
  open('exhibition/pages/fund')
  const yuan = await screen.findByRole('list', { name: '一元钱的去向' })
  // A class is its name here, so equal looks are equal classes.
  const swatches = [...yuan.children].map((line) => line.querySelector('[aria-hidden]')?.className)
  expect(new Set(swatches.filter((look) => look?.includes('swatch'))).size).toBe(3)
  const lengths = ['留在本市（含区县）', '省里统筹', '上缴中央'].map((name) =>
    screen.getByText(name).parentElement?.parentElement?.querySelector('[style]')?.getAttribute('style'),
  )
  expect(lengths).toEqual(['width: 35%;', 'width: 15%;', 'width: 50%;'])
})

it('is a table at one press, each figure with its source and day, and a chart again', async () => {
  const { open, screen, within, press } = visit()
  open('exhibition/pages/fund')
  await screen.findByRole('list', { name: '一元钱的去向' })
  expect(screen.queryByRole('table')).toBeNull()
  press('一元钱的去向：看表')
  const rows = within(screen.getByRole('table')).getAllByRole('row')
  expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
    ['项目', '万元', '一元里', '来源', '日期'],
    ['销售', '36,000', '1 元', '市财政局公告', '2026 年 6 月 30 日'],
    ['奖金', '19,800', '5 角 5 分', '市财政局公告', '2026 年 6 月 30 日'],
    ['公益金', '10,800', '3 角', '市财政局公告', '2026 年 6 月 30 日'],
    ['发行费', '5,400', '1 角 5 分', '销售减去奖金和公益金', ''],
  ])
  press('一元钱的去向：看图')
  expect(screen.queryByRole('table')).toBeNull()
})

it('shows another year, without what was not published of it', async () => {
  const { open, screen, fireEvent } = visit()
  open('exhibition/pages/fund')
  fireEvent.click(await screen.findByRole('radio', { name: /2024 年/ }))
  expect(screen.getByRole('heading', { name: '本市用了 2,000 万元' })).toBeTruthy()
  expect(screen.queryByText('留在本市（含区县）')).toBeNull()
  expect(screen.queryByText('905 个岗位')).toBeNull()
})

it('is there without a network once it was opened', async () => {
  const first = visit()
  first.open('exhibition/pages/fund')
  await first.screen.findByText('905 个岗位')
  const kept = [...first.phone.storage]
  first.cleanup()
  const { open, screen } = visit({ kept, server: () => Promise.reject({ errMsg: 'request:fail' }) })
  open('exhibition/pages/fund')
  expect(await screen.findByText('905 个岗位')).toBeTruthy()
})

it('leaves out a place that this phone does not know, a year that it cannot read, and a chart that does not add up', async () => {
  const odd = aFundYear({ sales: { ...aFundYear().sales, amount: 1 } })
  const { open, screen } = visit({
    fund: { ...aFund(['320800-project-00000000']), years: [odd, { year: 'soon' }] },
  })
  open('exhibition/pages/fund')
  await screen.findByText('905 个岗位')
  expect(screen.getAllByRole('radio')).toHaveLength(1)
  expect(screen.queryByRole('list', { name: '一元钱的去向' })).toBeNull()
  expect(screen.queryByText('在地图上')).toBeNull()
})

it('says that the city has published none, and leads back to the hall', async () => {
  const problem = { type: 'about:blank', title: '', status: 404, code: 'unknown-fund' }
  const server = (sent: Sent): Reply =>
    sent.url.endsWith('/fund') ? { statusCode: 404, data: JSON.stringify(problem) } : hallServer()(sent)
  const { open, screen, press, phone } = visit({ server })
  open('exhibition/pages/fund')
  expect(await screen.findByText('这个城市还没有公布公益金去向')).toBeTruthy()
  press('回到展馆')
  expect(phone.did).toEqual(['switchTab /tabs/hall/index'])
})
