/**
 * The built package used as a person uses it, page by page, by taps: its logic without a browser, its view on
 * WeChat's own component framework, its requests answered by the real API over a real engine.
 */

import { optionalApis } from '../../miniapp/src/shared/platform/wechat-apis'
import { withDomain } from '../support/engine/domain-engine'
import { demoServer, type Server } from './backend'
import { apiOrigin, builtPackage } from './built'
import { type Figures, table } from './harness/figures'
import { type Phone, turnOn } from './harness/phone'
import type { Backend } from './harness/wx/network'
import { type Person, person } from './harness/wx/person'
import { inHuaian } from './in-huaian'
import { nearestOutlet } from './nearest'

const city = '320800'
/** A Wednesday, ten in the morning in Shanghai: outlets are open. */
const opening = Date.UTC(2026, 10, 25, 2)
const started = Date.now()
const clock = () => opening + Date.now() - started

const database = withDomain('places')
const weapp = builtPackage()
let server: Server | undefined
/** Each walk is at a network address of its own, so that no report of an earlier one, or of an earlier try, counts for it. */
let walks = 0
const measured = new Map<string, Figures>()

beforeEach(async () => {
  // One city serves all walks: what one of them reports, none of the others reads.
  server ??= await demoServer(database, clock, city)
})

afterAll(() => {
  const rows = [...measured].map(([page, { calls, bytes, largest }]) => [page, calls, bytes, largest])
  process.stdout.write(`\n${table(['setData', 'calls', 'bytes', 'largest'], rows)}\n`)
})

type Kept = Partial<Pick<Parameters<typeof turnOn>[0], 'stored' | 'clock' | 'absent'>>

function ready(): Backend {
  if (server === undefined) throw new Error('the city is not loaded')
  return server(`203.0.113.${walks}`)
}

/** Turns the phone on, walks, and holds the package to every rule of the harness. */
async function walk(as: Partial<Person>, steps: (phone: Phone) => Promise<void>, kept: Kept = {}) {
  walks += 1
  const phone = await turnOn({
    weapp,
    domains: [apiOrigin],
    backend: ready(),
    clock,
    person: person(as),
    stored: inHuaian(),
    ...kept,
  })
  try {
    await steps(phone)
    await phone.quiet()
    expect(phone.verdict.violations).toEqual([])
    expect(await phone.nameless()).toEqual([])
    expect(phone.logs.filter((line) => line.startsWith('error'))).toEqual([])
  } finally {
    for (const [page, figures] of phone.figures()) {
      // Of a page that several walks open, the dearest.
      if (figures.bytes > (measured.get(page)?.bytes ?? 0)) measured.set(page, figures)
    }
    await phone.turnOff()
  }
}

/** From home over the map's list and card to the page of the nearest outlet; gives its name. */
async function openNearest(phone: Phone): Promise<string> {
  const name = await nearestOutlet(ready(), clock())
  await phone.tap('附近网点')
  await phone.arrives('tabs/map/index')
  await phone.sees(/\d+ 处从淮安市中心算起/)
  await phone.tap(name)
  await phone.tap('详情')
  await phone.arrives('places/pages/detail/index')
  await phone.sees(name)
  return name
}

/** A grown-up's first visit, up to the nearest open place. */
async function arrive(phone: Phone): Promise<void> {
  await phone.tap('我已满 18 周岁')
  await phone.sees('去那里')
}

it('asks who never chose a city which it is, and shows the one they stand in', () =>
  walk(
    { position: { longitude: 119.12, latitude: 33.51 } },
    async (phone) => {
      await phone.tap('我已满 18 周岁')
      await phone.sees('你在哪座城市')
      await phone.tap('用我的位置')
      await phone.sees('先说清楚怎么用你的信息')
      await phone.tap('同意并继续')
      await phone.sees('去那里')
      await phone.sees('从我的位置算起')
    },
    { stored: new Map() },
  ))

it('shows the nearest open places within 16 KB of setData in at most 4 calls', () =>
  walk({}, async (phone) => {
    await phone.sees('现在开着，离得最近')
    await phone.sees('去那里')
    await phone.quiet()
    const first = phone.figures().get('tabs/home/index')
    measured.set('first screen', first ?? { calls: 0, bytes: 0, largest: 0 })
    expect(first?.calls).toBeLessThanOrEqual(4)
    expect(first?.bytes).toBeLessThanOrEqual(16 * 1024)
    expect(first?.bytes).toBeGreaterThan(1024)
  }))

it('finds a place, and outlives its telephone, on a client that lacks what it may lack', () =>
  walk(
    {},
    async (phone) => {
      await arrive(phone)
      await openNearest(phone)
      await phone.tap('电话')
      await phone.quiet()
    },
    { absent: optionalApis },
  ))

it('leads from home over map and place to a report that is kept', () =>
  walk({}, async (phone) => {
    await arrive(phone)
    expect(await phone.text()).toContain('演示数据')
    await openNearest(phone)
    await phone.sees('演示数据')

    await phone.tap('这里有误？')
    await phone.arrives('places/pages/report/index')
    await phone.tap('门锁着，进不去')
    await phone.type({ name: '补充，可不填', tag: 'textarea' }, '卷帘门拉着')
    await phone.tap('发送')
    await phone.sees('收到了，谢谢')
    await phone.tap('回到地点')
    await phone.arrives('places/pages/detail/index')

    const posted = phone.sent.filter(({ method }) => method === 'POST')
    expect(posted.map(({ url }) => new URL(url).pathname)).toEqual([
      expect.stringMatching(/^\/api\/places\/320800-\w+\/reports$/),
    ])

    // Kept in the table: the same source is believed once a day.
    await phone.tap('这里有误？')
    await phone.arrives('places/pages/report/index')
    await phone.tap('门锁着，进不去')
    await phone.tap('发送')
    await phone.sees('今天已经记过了')
  }))

it('leads to a place from the list where the client has no map, and says where the places are', () =>
  walk({ lacks: ['map'] }, async (phone) => {
    await arrive(phone)
    await phone.tap('附近网点')
    await phone.arrives('tabs/map/index')
    await phone.sees('这部手机显示不了地图。地点都在下面的列表里，由近到远。')
    await phone.tap(await nearestOutlet(ready(), clock()))
    await phone.sees('回到列表')
  }))

it('opens the phone’s map and the phone itself, and shares a place to a chat', () =>
  walk({}, async (phone) => {
    await arrive(phone)
    await phone.tap({ name: '去那里' })
    const way = await phone.witnesses('openLocation')
    expect(way.options).toMatchObject({ longitude: expect.any(Number), latitude: expect.any(Number) })
    const name = await openNearest(phone)
    await phone.tap('分享')
    const shared = await phone.witnesses('share')
    expect(shared.options).toMatchObject({
      title: name,
      path: expect.stringMatching(/^\/?places\/pages\/detail\/index\?id=320800-/),
    })
  }))

describe('the position', () => {
  const here = { longitude: 119.123457, latitude: 33.512346 }

  /** Asks for the own position on the home page, up to our own words on privacy. */
  async function ask(phone: Phone): Promise<void> {
    await arrive(phone)
    await phone.tap('从淮安市中心算起')
    await phone.sees('从哪里算距离')
    await phone.tap({ name: '用我的位置', nth: 1 })
    await phone.sees('先说清楚怎么用你的信息')
  }

  it('is asked for with its purpose, sorts what is near, leaves in no request and is kept nowhere', async () => {
    const stored = inHuaian()
    const steps = async (phone: Phone) => {
      await ask(phone)
      await phone.tap('同意并继续')
      await phone.sees('从我的位置算起')
      expect(phone.weChatActions.find(({ api }) => api === 'asks for')?.options).toEqual({
        scope: 'scope.userFuzzyLocation',
        purpose: expect.stringContaining('位置不会离开手机'),
      })
      await phone.tap('附近网点')
      await phone.sees(/处从我的位置算起/)
      await phone.quiet()
      expect(phone.sent.length).toBeGreaterThan(0)
      for (const trace of ['119.12', '33.51', '119123', '33512']) {
        expect(JSON.stringify(phone.sent)).not.toContain(trace)
      }
      // The city's own figures are kept, so only the whole position counts there.
      for (const trace of ['119.12345', '33.51234', '119123457', '33512346']) {
        expect(JSON.stringify([...stored])).not.toContain(trace)
      }
    }
    await walk({ position: here }, steps, { stored })
  })

  it('is not needed: who refuses picks a district instead', () =>
    walk({}, async (phone) => {
      await ask(phone)
      await phone.tap('不同意')
      await phone.sees('没有得到位置授权')
      await phone.tap('金湖县')
      await phone.sees('从金湖县中心算起')
      expect(phone.weChatActions.filter(({ api }) => api === 'asks for')).toEqual([])
    }))

  it('may be unavailable: the page says so, and the person picks a district', () =>
    walk({ position: null }, async (phone) => {
      await ask(phone)
      await phone.tap('同意并继续')
      await phone.sees('手机没有给出位置')
    }))
})

it('leads to the nearest open love-aid station in one tap, before any question', () =>
  walk({}, async (phone) => {
    await phone.tap('遇到困难，先去求助')
    await phone.arrives('places/pages/aid/index')
    const text = await phone.sees('最近开着的救助点')
    expect(text).not.toContain('你满 18 周岁了吗')
    expect(text).toMatch(/\d 公里|\d+ 米/)
    expect(text).toContain('爱心救助点')
    await phone.tap('查看营业时间和全部设施')
    await phone.arrives('places/pages/detail/index')
    expect(await phone.sees('这里有误？')).not.toContain('你满 18 周岁了吗')
  }))

it('shows the kept catalogue with its age where there is no network', async () => {
  const stored = inHuaian()
  await walk({}, arrive, { stored })
  await walk(
    { network: 'none' },
    async (phone) => {
      await phone.sees('去那里')
      await phone.sees('离线 · 数据更新于 2 小时前 · 演示数据')
      expect(phone.sent).toEqual([])
    },
    { stored, clock: () => clock() + 2 * 60 * 60 * 1000 },
  )
})

it('says the moment the network goes that it is gone, and no more when it is back', () =>
  walk({}, async (phone) => {
    await arrive(phone)
    phone.switchNetwork('none')
    await phone.sees('离线 · 数据更新于刚刚 · 演示数据')
    phone.switchNetwork('wifi')
    await phone.sees(/^(?![\s\S]*离线)/)
  }))

it('keeps a report while the network is away and says so', () =>
  walk({}, async (phone) => {
    await arrive(phone)
    await openNearest(phone)
    await phone.tap('这里有误？')
    await phone.arrives('places/pages/report/index')
    phone.switchNetwork('none')
    await phone.tap('搬走了')
    await phone.tap('发送')
    await phone.sees('先存在手机里了')
  }))

it('finds by pinyin initials on the phone', () =>
  walk({}, async (phone) => {
    await arrive(phone)
    await phone.tap('找网点、地址、编号')
    await phone.arrives('places/pages/search/index')
    const before = phone.sent.length
    await phone.type({ name: '名称、地址、编号或拼音', tag: 'input' }, 'qjp')
    await phone.sees('清江浦')
    expect(phone.sent.length).toBe(before)
  }))

it('turns elder mode on from any tab and keeps it', async () => {
  const stored = inHuaian()
  await walk(
    {},
    async (phone) => {
      await arrive(phone)
      await phone.tap('我的')
      await phone.arrives('tabs/me/index')
      await phone.tap({ name: '大字版', tag: 'view' })
      await phone.sees('标准版')
    },
    { stored },
  )
  await walk({}, (phone) => phone.sees('标准版').then(() => undefined), { stored })
})

it.each(['隐私说明', '关于福驿'])('opens %s', (title) =>
  walk({ theme: 'dark' }, async (phone) => {
    await arrive(phone)
    await phone.tap('我的')
    await phone.arrives('tabs/me/index')
    await phone.tap(title)
    await phone.sees(title === '隐私说明' ? '最后修改' : '巷口的一盏灯')
    phone.switchTheme('light')
    await phone.back()
    await phone.arrives('tabs/me/index')
  }),
)
