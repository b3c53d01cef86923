/**
 * The exhibition hall, by taps, in the built package: from the tab over the plan into a gallery, through its exhibits and on
 * to the next gallery. What is answered is made here: every type of block stands in it.
 */
import type { Hall } from '../../functions/exhibition/contract'
import { withDomain } from '../support/engine/domain-engine'
import { bulletinAnswer } from '../support/samples/shown-bulletins'
import { exhibitionAnswer } from '../support/samples/shown-hall'
import { demoBackend } from './backend'
import { apiOrigin, builtPackage } from './built'
import { table } from './harness/figures'
import { type Phone, turnOn } from './harness/phone'
import type { Backend } from './harness/wx/network'
import { person } from './harness/wx/person'
import type { Stored } from './harness/wx/storage'
import { inHuaian } from './in-huaian'

const weapp = builtPackage()
const database = withDomain('places')

let city: Backend | undefined
beforeEach(async () => {
  // One city serves all visits.
  city ??= await demoBackend(database, Date.now, '320800')
})

/** The same hall, from which every exhibit was taken off. */
const emptied = (hall: Hall): Hall => ({
  ...hall,
  galleries: hall.galleries.map((gallery) => ({ ...gallery, exhibits: [] })),
})
/** Whether that is what is shown. */
let withdrawn = false
/** Of what the exhibition answered. */
const statuses: number[] = []
beforeEach(() => {
  withdrawn = false
})

const backend: Backend = async (request) => {
  const url = new URL(request.url)
  const found = exhibitionAnswer(url.pathname) ?? bulletinAnswer(url)
  if (found) {
    const shown = withdrawn && 'galleries' in found ? emptied(found) : found
    const etag = withdrawn ? '"2"' : '"1"'
    const isKnown = request.headers['if-none-match'] === etag
    statuses.push(isKnown ? 304 : 200)
    return {
      status: isKnown ? 304 : 200,
      headers: { etag },
      body: Buffer.from(isKnown ? '' : JSON.stringify(shown)),
    }
  }
  if (city === undefined) throw new Error('the city is not loaded')
  return city(request)
}

type Visit = { network?: 'wifi' | 'none'; age?: 'adult' | 'minor'; stored?: Stored }

async function visit(
  { network = 'wifi', age = 'adult', stored }: Visit,
  steps: (phone: Phone) => Promise<void>,
) {
  const phone = await turnOn({
    weapp,
    domains: [apiOrigin],
    backend,
    url: 'tabs/hall/index',
    person: person({ network }),
    stored: stored ?? inHuaian([['fuyi.age', JSON.stringify(JSON.stringify({ v: 1, value: age }))]]),
  })
  try {
    await steps(phone)
    await phone.quiet()
    expect(phone.verdict.violations).toEqual([])
    expect(await phone.nameless()).toEqual([])
    expect(phone.logs.filter((line) => line.startsWith('error'))).toEqual([])
  } finally {
    await phone.turnOff()
  }
}

/** Each within 16 KB of setData in at most 4 calls. */
function lightScreens(phone: Phone, screens: readonly string[]): void {
  const figures = screens.map((screen) => ({
    screen,
    ...(phone.figures().get(screen) ?? { calls: 0, bytes: 0, largest: 0 }),
  }))
  process.stdout.write(
    `\n${table(
      ['setData', 'calls', 'bytes', 'largest'],
      figures.map(({ screen, calls, bytes, largest }) => [screen, calls, bytes, largest]),
    )}\n`,
  )
  for (const { calls, bytes } of figures) {
    expect(bytes).toBeGreaterThan(1024)
    expect(bytes).toBeLessThanOrEqual(16 * 1024)
    expect(calls).toBeLessThanOrEqual(4)
  }
}

it('is walked from the plan through a gallery to the next, each screen within 16 KB of setData in at most 4 calls', async () => {
  const stored: Stored = inHuaian([['fuyi.age', JSON.stringify(JSON.stringify({ v: 1, value: 'adult' }))]])
  await visit({ stored }, async (phone) => {
    await phone.sees('入口')
    await phone.quiet()
    await phone.tap('福彩历程，3 件展品')
    await phone.arrives('exhibition/pages/gallery/index')
    await phone.sees('福彩历程，从头看起。')
    await phone.tap('从第一件看起')
    await phone.arrives('exhibition/pages/exhibit/index')
    await phone.sees('福彩历程 · 第 1 件，共 3 件')
    await phone.quiet()
    lightScreens(phone, [
      'tabs/hall/index',
      'exhibition/pages/gallery/index',
      'exhibition/pages/exhibit/index',
    ])
    await phone.tap('下一件：福彩历程第二件')
    await phone.sees('福彩历程 · 第 2 件，共 3 件')
    await phone.tap('目录')
    await phone.tap('3. 福彩历程末一件')
    await phone.sees('福彩历程 · 第 3 件，共 3 件')
    await phone.tap('下一展厅：票品与玩法')
    await phone.sees('票品与玩法，从头看起。')
  })
  // On another day, without a network: where one left off.
  await visit({ stored, network: 'none' }, async (phone) => {
    await phone.tap('继续看：福彩历程末一件')
    await phone.arrives('exhibition/pages/exhibit/index')
    await phone.sees('福彩历程 · 第 3 件，共 3 件')
  })
})

it('plays a recording in the phone’s own player, which goes on while the screen is locked', () =>
  visit({}, async (phone) => {
    await phone.tap('福彩历程，3 件展品')
    await phone.arrives('exhibition/pages/gallery/index')
    await phone.tap('从第一件看起')
    await phone.arrives('exhibition/pages/exhibit/index')
    await phone.tap('听一听（1 分 5 秒）')
    await phone.tap('停一下')
    await phone.tap('接着听')
    await phone.sees('停一下')
    const played = phone.weChatActions.filter(({ api }) => api.startsWith('backgroundAudio'))
    expect(played.map(({ api }) => api)).toEqual([
      'backgroundAudio.src',
      'backgroundAudio.pause',
      'backgroundAudio.play',
    ])
    expect(played[0]?.options).toEqual({ src: `${apiOrigin}/media/shown/audio`, title: '一段口述' })
  }))

it('opens a picture in WeChat’s viewer, with the others of its set, in a type that every phone reads', () =>
  visit({}, async (phone) => {
    await phone.tap('福彩历程，3 件展品')
    await phone.arrives('exhibition/pages/gallery/index')
    await phone.tap('从第一件看起')
    await phone.arrives('exhibition/pages/exhibit/index')
    await phone.tap('看大图：背面')
    const [asked] = phone.weChatActions.filter(({ api }) => api === 'previewImage')
    const widest = `${apiOrigin}/media/shown/320800-a-1200.jpeg`
    expect(asked?.options).toEqual({ urls: [widest, widest], current: widest })
  }))

it('keeps an exhibit, finds it again from the hall without a network, and says so when it is shown no more', async () => {
  const stored: Stored = inHuaian([['fuyi.age', JSON.stringify(JSON.stringify({ v: 1, value: 'adult' }))]])
  await visit({ stored }, async (phone) => {
    await phone.tap('福彩历程，3 件展品')
    await phone.arrives('exhibition/pages/gallery/index')
    await phone.tap('从第一件看起')
    await phone.arrives('exhibition/pages/exhibit/index')
    await phone.tap('收藏')
    await phone.sees('已收藏')
  })
  await visit({ stored, network: 'none' }, async (phone) => {
    await phone.tap('收藏的展品')
    await phone.arrives('exhibition/pages/favourites/index')
    await phone.tap('福彩历程头一件')
    await phone.arrives('exhibition/pages/exhibit/index')
    await phone.sees('福彩历程 · 第 1 件，共 3 件')
  })
  withdrawn = true
  await visit({ stored }, async (phone) => {
    await phone.tap('收藏的展品')
    await phone.arrives('exhibition/pages/favourites/index')
    await phone.sees('已不再展出')
    await phone.tap('取消收藏：福彩历程头一件')
    await phone.sees('还没有收藏')
  })
})

it('tells where the money went: a year, its table, what stands on the map, the year before', () =>
  visit({}, async (phone) => {
    await phone.tap('公益金去向')
    await phone.arrives('exhibition/pages/fund/index')
    await phone.sees('一元钱的去向')
    await phone.sees('浦楼社区老年助餐点')
    await phone.quiet()
    lightScreens(phone, ['exhibition/pages/fund/index'])
    await phone.tap('2024 年')
    await phone.seesNoMore('器材里有一半是前一年订的。')
    await phone.tap('2025 年')
    await phone.sees('器材里有一半是前一年订的。')
  }))

it('lists the bulletins, one category, one of them with its attachment, and finds by a word', () =>
  visit({}, async (phone) => {
    await phone.tap('公益发布')
    await phone.arrives('exhibition/pages/bulletins/index')
    await phone.sees('市福彩中心获表彰')
    await phone.quiet()
    lightScreens(phone, ['exhibition/pages/bulletins/index'])
    await phone.tap('荣誉')
    await phone.sees('公益先进单位')
    await phone.seesNoMore('助学金送到三十位新生手里')
    await phone.type({ name: '在公益发布里找', tag: 'input' }, '助学金')
    await phone.tap('查找')
    await phone.sees('找到 1 条')
    await phone.tap({ name: '助学金送到三十位新生手里' })
    await phone.arrives('exhibition/pages/bulletin/index')
    await phone.sees('助学金送到三十位新生手里，全文在这里。')
    await phone.quiet()
    lightScreens(phone, ['exhibition/pages/bulletin/index'])
    await phone.tap('名单')
    // The clipboard is behind WeChat's own question.
    await phone.tap('同意并继续')
    await phone.sees('网址已复制，粘贴到浏览器里打开')
  }))

it('is not sent again what did not change since it was looked at', async () => {
  const stored: Stored = inHuaian([['fuyi.age', JSON.stringify(JSON.stringify({ v: 1, value: 'adult' }))]])
  await visit({ stored }, async (phone) => void (await phone.sees('入口')))
  statuses.length = 0
  await visit({ stored }, async (phone) => void (await phone.sees('入口')))
  expect(statuses).toEqual([304])
})

it('shows a minor the room of the games shut, and leads past it', () =>
  visit({ age: 'minor' }, async (phone) => {
    await phone.sees('这一厅讲彩票玩法，满 18 周岁后再来看。')
    await phone.tap('福彩历程，3 件展品')
    await phone.arrives('exhibition/pages/gallery/index')
    await phone.sees('下一展厅：公益足迹')
  }))
