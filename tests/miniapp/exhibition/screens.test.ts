/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * The exhibition as a visitor meets it: the hall, a gallery, an exhibit, with and without a network, of age and not.
 */
import { blocks } from '../../support/samples/shown-blocks'
import { aBrowser } from '../places/browser'
import { start } from '../shell/start'
import { aGallery, at, galleries, hallServer } from './builders'

const patient = { timeout: 60_000 }
beforeEach(() => void aBrowser())

type Age = 'adult' | 'minor' | null
type Visit = {
  params?: Record<string, string>
  age?: Age
  kept?: Iterable<[string, string]>
  all?: typeof galleries
}

const visit = ({ params = {}, age = 'adult', kept = [], all }: Visit = {}) =>
  start((phone) => {
    for (const [name, text] of kept) phone.storage.set(name, text)
    if (age) phone.storage.set('fuyi.age', `{"v":1,"value":"${age}"}`)
    phone.params = params
    phone.server = hallServer(all)
  })

describe('the hall', () => {
  it('is a plan whose rooms open, and the same rooms as a list in order', async () => {
    const { open, screen, within, fireEvent, phone } = visit()
    open('tabs/hall')
    const plan = within(await screen.findByRole('group', { name: '展馆平面图' }))
    fireEvent.click(plan.getByRole('link', { name: '公益足迹，3 件展品' }))
    const rows = within(screen.getByRole('list', { name: '展厅' })).getAllByRole('listitem')
    expect(rows.map((row) => row.textContent)).toEqual([
      '福彩历程从 1987 年说起。3 件展品',
      '票品与玩法从 1987 年说起。3 件展品',
      '公益足迹从 1987 年说起。3 件展品',
    ])
    expect(phone.did).toEqual(['navigateTo /exhibition/pages/gallery/index?region=320800&gallery=footprints'])
  })

  it('is closed by the lines of the law once it stands there, so that nothing pushes them away', async () => {
    const { open, screen } = visit()
    open('tabs/hall')
    expect(screen.getByRole('status', { name: '正在打开展馆' })).toBeTruthy()
    expect(screen.queryByText(/多人少买/)).toBeNull()
    await screen.findByRole('list', { name: '展厅' })
    expect(screen.getByText(/多人少买/)).toBeTruthy()
  })

  it('is shared to a chat', async () => {
    const { open, screen, phone } = visit()
    open('tabs/hall')
    await screen.findByRole('list', { name: '展厅' })
    expect(phone.shared()).toEqual({ title: '福彩线上展馆：从第一张彩票走起', path: '/tabs/hall/index' })
  })

  it('opens a gallery from the list', async () => {
    const { open, screen, within, fireEvent, phone } = visit()
    open('tabs/hall')
    const list = within(await screen.findByRole('list', { name: '展厅' }))
    fireEvent.click(list.getByRole('link', { name: /福彩历程/ }))
    expect(phone.did).toEqual(['navigateTo /exhibition/pages/gallery/index?region=320800&gallery=history'])
  })

  it('lists a gallery that this program does not know, though the plan has no room for it', async () => {
    const { open, screen, within } = visit({ all: [aGallery({ gallery: 'winter', title: '冬天的故事' })] })
    open('tabs/hall')
    const list = within(await screen.findByRole('list', { name: '展厅' }))
    expect(list.getByRole('link', { name: /冬天的故事/ })).toBeTruthy()
    expect(within(screen.getByRole('group')).queryByRole('link')).toBeNull()
  })

  it('shows a minor the room of the games shut, with one calm line', async () => {
    const { open, screen, within } = visit({ age: 'minor' })
    open('tabs/hall')
    const list = within(await screen.findByRole('list', { name: '展厅' }))
    expect(screen.getAllByText('这一厅讲彩票玩法，满 18 周岁后再来看。')).toHaveLength(1)
    expect(list.queryByRole('link', { name: /票品与玩法/ })).toBeNull()
    expect(screen.queryByRole('link', { name: /票品与玩法/ })).toBeNull()
    expect(list.getByRole('link', { name: /公益足迹/ })).toBeTruthy()
  })

  it('says that nothing is shown yet', async () => {
    const { open, screen } = visit({ all: [] })
    open('tabs/hall')
    expect(await screen.findByText('展馆还没有开放')).toBeTruthy()
  })

  it('offers to read on, and leads there', async () => {
    const first = visit({ params: at('history', 2) })
    first.open('exhibition/pages/exhibit')
    await first.screen.findByText('关于条例的话。')
    const kept = [...first.phone.storage]
    first.cleanup()
    const { open, screen, fireEvent, phone } = visit({ kept })
    open('tabs/hall')
    fireEvent.click(await screen.findByRole('button', { name: /继续看：条例.*福彩历程 · 第 2 件，共 3 件/ }))
    expect(phone.did).toEqual([
      'navigateTo /exhibition/pages/exhibit/index?region=320800&gallery=history&exhibit=320800-exhibit-2',
    ])
    expect(screen.getAllByText('3 件展品 · 看过 1 件')).toHaveLength(1)
  })
})

describe('a gallery', () => {
  it('says what it is about, lists its exhibits by number, and begins with the first', async () => {
    const { open, screen, within, fireEvent, phone } = visit({ params: at('history') })
    open('exhibition/pages/gallery')
    expect(await screen.findByText('从 1987 年说起。')).toBeTruthy()
    const rows = within(screen.getByRole('list', { name: '展品' })).getAllByRole('listitem')
    expect(rows.map((row) => row.textContent)).toEqual(['1. 第一张彩票', '2. 条例', '3. 新玩法'])
    fireEvent.click(screen.getByRole('button', { name: '从第一件看起' }))
    expect(phone.did).toEqual([
      'navigateTo /exhibition/pages/exhibit/index?region=320800&gallery=history&exhibit=320800-exhibit-1',
    ])
  })

  it('shows beside each title the first picture of the exhibit, or the sign of the gallery', async () => {
    const [history] = galleries
    const [first, ...others] = history?.exhibits ?? []
    if (!first) throw new Error('the gallery is empty')
    const exhibits = [{ ...first, blocks: [...first.blocks, ...blocks] }, ...others]
    const { open, screen, within } = visit({ params: at('history'), all: [aGallery({ exhibits })] })
    open('exhibition/pages/gallery')
    const list = within(await screen.findByRole('list', { name: '展品' }))
    const pictures = list
      .getAllByRole('listitem')
      .map((row) => row.querySelector('img')?.getAttribute('src') ?? null)
    expect(pictures).toEqual([expect.stringContaining('/media/shown/320800-a-480.webp'), null, null])
  })

  it('leads on to the next one and back to the one before', async () => {
    const { open, screen, fireEvent, phone } = visit({ params: at('games') })
    open('exhibition/pages/gallery')
    fireEvent.click(await screen.findByRole('button', { name: '下一展厅：公益足迹' }))
    expect(screen.getByRole('button', { name: '上一展厅：福彩历程' })).toBeTruthy()
    expect(phone.did).toEqual(['redirectTo /exhibition/pages/gallery/index?region=320800&gallery=footprints'])
  })

  it('that is not open says so, and leads back to the hall', async () => {
    const { open, screen, fireEvent, phone } = visit({ params: at('stories') })
    open('exhibition/pages/gallery')
    fireEvent.click(await screen.findByRole('button', { name: '回到展馆' }))
    expect(phone.did).toEqual(['switchTab /tabs/hall/index'])
  })

  it.each(['gallery', 'exhibit'] as const)(
    'of the games shows a minor nothing of itself by a link to its %s',
    async (page) => {
      const { open, screen, phone } = visit({ params: at('games', 1), age: 'minor' })
      open(`exhibition/pages/${page}`)
      expect(await screen.findByText(/满 18 周岁后再来看/)).toBeTruthy()
      expect(screen.queryByText('关于第一张彩票的话。')).toBeNull()
      expect(screen.queryByRole('list', { name: '展品' })).toBeNull()
      expect(phone.storage.has('fuyi.exhibition')).toBe(false)
    },
  )

  it('of the games asks the age of whoever has not said it, and no other does', async () => {
    const games = visit({ params: at('games'), age: null })
    games.open('exhibition/pages/gallery')
    expect(await games.screen.findByRole('dialog', { name: '你满 18 周岁了吗？' })).toBeTruthy()
    games.cleanup()
    const history = visit({ params: at('history'), age: null })
    history.open('exhibition/pages/gallery')
    await history.screen.findByText('从 1987 年说起。')
    expect(history.screen.queryByRole('dialog')).toBeNull()
  })
})

describe('an exhibit', () => {
  it('says where it stands, is noted as seen, and leads to the next and the one before', async () => {
    const { open, screen, fireEvent, phone } = visit({ params: at('history', 2) })
    open('exhibition/pages/exhibit')
    expect(await screen.findByText('关于条例的话。')).toBeTruthy()
    expect(screen.getByText('福彩历程 · 第 2 件，共 3 件')).toBeTruthy()
    expect(screen.getByRole('heading', { name: '条例' })).toBeTruthy()
    expect(phone.storage.get('fuyi.exhibition')).toContain('320800-exhibit-2')
    expect(screen.getByRole('button', { name: '上一件：第一张彩票' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '下一件：新玩法' }))
    expect(phone.did).toEqual([
      'redirectTo /exhibition/pages/exhibit/index?region=320800&gallery=history&exhibit=320800-exhibit-3',
    ])
  })

  it('says in the bar on top that the city is a demonstration, where that pushes nothing down', async () => {
    const { open, screen, within } = visit({ params: at('history', 2) })
    open('exhibition/pages/exhibit')
    expect(await within(screen.getByRole('banner')).findByText('演示数据')).toBeTruthy()
    await screen.findByText('关于条例的话。')
    expect(screen.getAllByText(/演示数据/)).toHaveLength(1)
  })

  it('turns by a swipe', async () => {
    const { open, screen, fireEvent, phone } = visit({ params: at('history', 2) })
    open('exhibition/pages/exhibit')
    const text = await screen.findByText('关于条例的话。')
    fireEvent.touchStart(text, { touches: [{ clientX: 300, clientY: 200 }] })
    fireEvent.touchEnd(text, { changedTouches: [{ clientX: 120, clientY: 210 }] })
    expect(phone.did).toEqual([expect.stringContaining('320800-exhibit-3')])
  })

  it('that is the last leads to the next gallery', async () => {
    const { open, screen, fireEvent, phone } = visit({ params: at('history', 3) })
    open('exhibition/pages/exhibit')
    fireEvent.click(await screen.findByRole('button', { name: '下一展厅：票品与玩法' }))
    expect(phone.did).toEqual(['redirectTo /exhibition/pages/gallery/index?region=320800&gallery=games'])
  })

  it('of the last gallery leads back to the hall', async () => {
    const { open, screen, fireEvent, phone } = visit({ params: at('footprints', 3) })
    open('exhibition/pages/exhibit')
    fireEvent.click(await screen.findByRole('button', { name: '看完了，回到展馆' }))
    expect(phone.did).toEqual(['switchTab /tabs/hall/index'])
  })

  it('leads a minor past the gallery of the games', async () => {
    const { open, screen } = visit({ params: at('history', 3), age: 'minor' })
    open('exhibition/pages/exhibit')
    expect(await screen.findByRole('button', { name: '下一展厅：公益足迹' })).toBeTruthy()
  })

  it('has all others in its contents', async () => {
    const { open, screen, within, fireEvent, phone } = visit({ params: at('history', 1) })
    open('exhibition/pages/exhibit')
    fireEvent.click(await screen.findByRole('button', { name: '目录' }))
    const sheet = within(screen.getByRole('dialog', { name: '福彩历程' }))
    expect(sheet.getAllByRole('listitem').map((row) => row.textContent)).toEqual([
      '1. 第一张彩票正在看',
      '2. 条例',
      '3. 新玩法',
    ])
    fireEvent.click(sheet.getByRole('button', { name: /3\. 新玩法/ }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(phone.did).toEqual([expect.stringContaining('redirectTo /exhibition/pages/exhibit')])
  })

  it('that was withdrawn says so, and leads to its gallery', async () => {
    const { open, screen, fireEvent, phone } = visit({ params: at('history', 9) })
    open('exhibition/pages/exhibit')
    expect(await screen.findByText('这件展品不再展出')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '去福彩历程' }))
    expect(phone.did).toEqual(['redirectTo /exhibition/pages/gallery/index?region=320800&gallery=history'])
  })
})

describe('favourites', () => {
  const exhibit = { params: at('history', 2) }
  /** What the phone keeps after an exhibit was kept. */
  async function keeping(): Promise<[string, string][]> {
    const { open, screen, fireEvent, phone, cleanup } = visit(exhibit)
    open('exhibition/pages/exhibit')
    fireEvent.click(await screen.findByRole('button', { name: '收藏' }))
    expect(screen.getByRole('button', { name: '已收藏' })).toBeTruthy()
    const kept = [...phone.storage]
    cleanup()
    return kept
  }

  it('are found from the hall, by city, and open', async () => {
    const kept = await keeping()
    const hall = visit({ kept })
    hall.open('tabs/hall')
    hall.fireEvent.click(await hall.screen.findByRole('button', { name: /^收藏的展品/ }))
    expect(hall.phone.did).toEqual(['navigateTo /exhibition/pages/favourites/index'])
    hall.cleanup()
    const { open, screen, within, fireEvent, phone } = visit({ kept })
    open('exhibition/pages/favourites')
    const list = within(await screen.findByRole('list', { name: '淮安展馆' }))
    fireEvent.click(await list.findByRole('button', { name: /^条例.*福彩历程/ }))
    expect(phone.did).toEqual([
      'navigateTo /exhibition/pages/exhibit/index?region=320800&gallery=history&exhibit=320800-exhibit-2',
    ])
  })

  it('are let go where they were kept', async () => {
    const kept = await keeping()
    const { open, screen, fireEvent, phone } = visit({ ...exhibit, kept })
    open('exhibition/pages/exhibit')
    fireEvent.click(await screen.findByRole('button', { name: '已收藏' }))
    expect(screen.getByRole('button', { name: '收藏' })).toBeTruthy()
    expect(phone.storage.get('fuyi.exhibit-favourites')).toBe('{"v":1,"value":[]}')
  })

  it('that are shown no more say so, and can be let go there', async () => {
    const kept = await keeping()
    const { open, screen, fireEvent } = visit({ kept, all: [aGallery({ exhibits: [] })] })
    open('exhibition/pages/favourites')
    expect(await screen.findByText('已不再展出')).toBeTruthy()
    expect(screen.getByText('条例')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '取消收藏：条例' }))
    expect(screen.getByText('还没有收藏')).toBeTruthy()
  })

  it('that moved to another gallery are found there, and in one that is shut to minors they stay shut', async () => {
    const kept = await keeping()
    const [history] = galleries
    const games = aGallery({ ...history, gallery: 'games', title: '票品与玩法', adultsOnly: true })
    const adult = visit({ kept, all: [games] })
    adult.open('exhibition/pages/favourites')
    adult.fireEvent.click(await adult.screen.findByRole('button', { name: /^条例.*票品与玩法/ }))
    expect(adult.phone.did).toEqual([expect.stringContaining('gallery=games&exhibit=320800-exhibit-2')])
    adult.cleanup()
    const minor = visit({ kept, all: [games], age: 'minor' })
    minor.open('exhibition/pages/favourites')
    expect(await minor.screen.findByText('这一厅讲彩票玩法，满 18 周岁后再来看。')).toBeTruthy()
    expect(minor.screen.queryByRole('button', { name: /^条例/ })).toBeNull()
  })

  it('of which one cannot be read stay, without that one', async () => {
    const one = { region: '320800', gallery: 'history', exhibit: '320800-exhibit-2', title: '条例' }
    const kept: [string, string][] = [
      ['fuyi.exhibit-favourites', JSON.stringify({ v: 1, value: [{ exhibit: 7 }, { ...one, later: true }] })],
    ]
    const { open, screen } = visit({ kept })
    open('exhibition/pages/favourites')
    expect(await screen.findByRole('button', { name: /^条例/ })).toBeTruthy()
  })
})

it.each([
  ['tabs/hall', {}, '公益足迹'],
  ['exhibition/pages/gallery', at('history'), '2. 条例'],
  ['exhibition/pages/exhibit', at('history', 2), '关于条例的话。'],
] as const)(
  '%s that was opened once opens without a network, and says how old it is',
  async (page, params, shown) => {
    const first = visit({ params })
    first.open(page)
    await first.screen.findAllByText(shown, {}, patient)
    const kept = [...first.phone.storage]
    first.cleanup()
    const { open, screen } = start((phone) => {
      for (const [name, text] of kept) phone.storage.set(name, text)
      phone.params = { ...params }
      phone.server = () => Promise.reject({ errMsg: 'request:fail' })
    })
    open(page)
    expect((await screen.findAllByText(shown, {}, patient)).length).toBeGreaterThan(0)
    expect(await screen.findByText(/^离线 · 数据更新于/, {}, patient)).toBeTruthy()
  },
)

it('all galleries that were opened stay, not the latest alone', async () => {
  let kept: [string, string][] = []
  for (const { gallery } of galleries) {
    const program = visit({ params: at(gallery), kept })
    program.open('exhibition/pages/gallery')
    await program.screen.findByText('2. 条例')
    kept = [...program.phone.storage]
    program.cleanup()
  }
  expect(kept.map(([name]) => name).filter((name) => name.startsWith('fuyi.seen.gallery.'))).toEqual([
    'fuyi.seen.gallery.history',
    'fuyi.seen.gallery.games',
    'fuyi.seen.gallery.footprints',
  ])
})
