/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * The places as a person meets them: by role and by word, on a phone in memory.
 */
import { start } from '../shell/start'
import { aBrowser } from './browser'
import { aPlace } from './builders'

const waitLonger = { timeout: 5000 }
afterEach(() => jest.restoreAllMocks())

describe('the map', () => {
  it('has every place in its list, nearest first, and says where it measures from', async () => {
    aBrowser()
    const { open, screen, within } = start()
    open('tabs/map')
    const list = await screen.findByRole('list', { name: '地点，由近到远' })
    const names = within(list)
      .getAllByRole('listitem')
      .map((item) => item.textContent)
    expect(names).toHaveLength(6)
    expect(names[0]).toContain('清江浦社区助餐点')
    expect(screen.getByText('从淮安市中心算起')).toBeTruthy()
  })

  it('filters by chips that say whether they are on', async () => {
    aBrowser()
    const { open, screen, within, fireEvent } = start()
    open('tabs/map')
    const chip = await screen.findByRole('checkbox', { name: '爱心救助点' })
    expect(chip.getAttribute('aria-checked')).toBe('false')
    fireEvent.click(chip)
    expect(screen.getByRole('checkbox', { name: '爱心救助点' }).getAttribute('aria-checked')).toBe('true')
    const list = screen.getByRole('list', { name: '地点，由近到远' })
    expect(within(list).getAllByRole('listitem')).toHaveLength(1)
    expect(screen.getByText('1 处')).toBeTruthy()
  })

  it('lists the places of one spot, from any of them, and each can be picked there', async () => {
    aBrowser()
    const floors = ['一楼福彩站', '二楼服务站', '三楼爱心驿站'].map((name, n) =>
      aPlace({
        id: `320800-320802${10 + n}`,
        outletNo: `320802${10 + n}`,
        name,
        lng: 119.03 + n * 1e-6,
        hours: '24/7',
      }),
    )
    const { open, screen, within, fireEvent } = start(
      ({ storage }) => {
        storage.set('fuyi.age', '{"v":1,"value":"adult"}')
      },
      [...floors, aPlace({ id: '320800-32080299', outletNo: '32080299', name: '街对面站', lat: 33.62 })],
    )
    open('tabs/map')
    fireEvent.click(await screen.findByRole('button', { name: /街对面站/ }))
    expect(screen.queryByRole('button', { name: /同一位置/ })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '回到列表' }))
    fireEvent.click(screen.getByRole('button', { name: /一楼福彩站/ }))
    fireEvent.click(screen.getByRole('button', { name: '同一位置还有 2 处' }))
    const sheet = screen.getByRole('dialog', { name: '这里有 3 处' })
    expect(within(sheet).getAllByRole('listitem')).toHaveLength(3)
    fireEvent.click(within(sheet).getByRole('button', { name: /三楼爱心驿站/ }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByRole('region', { name: '选中：三楼爱心驿站' })).toBeTruthy()
  })

  it('says on the card with the signs of the rows whether a place is open, doubted and when it was seen', async () => {
    aBrowser()
    const place = aPlace({
      hours: '24/7',
      doubts: [{ fact: 'locked', since: '2026-03-01' }],
      amenities: [{ amenity: 'water', verifiedOn: null }],
    })
    const { open, screen, within, fireEvent } = start(
      ({ storage }) => {
        storage.set('fuyi.age', '{"v":1,"value":"adult"}')
      },
      [place, aPlace({ id: '320800-9', name: '关着的站', hours: 'off', lat: 33.62 })],
    )
    open('tabs/map')
    /** The dot's look is the class of what holds it and the words. */
    const signOf = (inside: HTMLElement, words: string) =>
      within(inside).getByText(words).parentElement?.className
    const row = await screen.findByRole('button', { name: /淮海东路福彩站/ })
    const inRow = signOf(row, '24 小时开放')
    fireEvent.click(row)
    const card = screen.getByRole('region', { name: '选中：淮海东路福彩站' })
    expect(inRow).toContain('open')
    expect(signOf(card, '24 小时开放')).toBe(inRow)
    expect(within(card).getByText('待核实')).toBeTruthy()
    expect(within(card).getByText('设施未核实')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '回到列表' }))
    fireEvent.click(screen.getByRole('button', { name: /关着的站/ }))
    const closed = screen.getByRole('region', { name: '选中：关着的站' })
    expect(signOf(closed, '开门时间未定')).toContain('closed')
  })

  it('says what to do where nothing answers the chips', async () => {
    aBrowser()
    const { open, screen, fireEvent } = start()
    open('tabs/map')
    fireEvent.click(await screen.findByRole('checkbox', { name: '爱心救助点' }))
    fireEvent.click(screen.getByRole('checkbox', { name: '公益项目' }))
    expect(screen.getByText('没有符合的地点')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '清空筛选' }))
    expect(screen.getByText('6 处')).toBeTruthy()
  })

  it('shows a picked row as the card, with the way, the telephone and its truth', async () => {
    const browser = aBrowser()
    const { open, screen, within, fireEvent, phone } = start()
    open('tabs/map')
    fireEvent.click(await screen.findByRole('button', { name: /水渡口福彩站/ }))
    const card = screen.getByRole('region', { name: '选中：水渡口福彩站' })
    expect(within(card).getByText('24 小时开放')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '导航' }))
    fireEvent.click(within(screen.getByRole('dialog', { name: '用哪个地图' })).getByText('高德地图'))
    expect(browser.opened[0]).toContain('uri.amap.com')
    expect(screen.queryByRole('dialog')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '收藏' }))
    expect(phone.storage.get('fuyi.favourites')).toContain('320800-1')
    fireEvent.click(screen.getByRole('button', { name: '详情' }))
    expect(phone.did).toEqual(['navigateTo /places/pages/detail/index?id=320800-1'])
  })

  it('comes back as it was left', async () => {
    aBrowser()
    const first = start()
    first.open('tabs/map')
    first.fireEvent.click(await first.screen.findByRole('checkbox', { name: '爱心救助点' }))
    const kept = new Map(first.phone.storage)
    first.cleanup()
    const { open, screen } = start((phone) => {
      for (const [name, text] of kept) phone.storage.set(name, text)
    })
    open('tabs/map')
    const chip = await screen.findByRole('checkbox', { name: '爱心救助点' })
    expect(chip.getAttribute('aria-checked')).toBe('true')
  })

  it('works offline with what was kept, and says how old it is', async () => {
    aBrowser()
    const first = start()
    first.open('tabs/map')
    await first.screen.findByText('6 处')
    const kept = new Map(first.phone.storage)
    first.cleanup()
    const { open, screen } = start((phone) => {
      for (const [name, text] of kept) phone.storage.set(name, text)
      const head = JSON.parse(phone.storage.get('fuyi.catalogue.320800') ?? '')
      phone.storage.set(
        'fuyi.catalogue.320800',
        JSON.stringify({ ...head, checkedAt: Date.now() - 3 * 3_600_000 }),
      )
      phone.server = () => Promise.reject({ errMsg: 'request:fail' })
    })
    open('tabs/map')
    expect(await screen.findByText('离线 · 数据更新于 3 小时前 · 演示数据', {}, waitLonger)).toBeTruthy()
    expect(screen.getByText('6 处')).toBeTruthy()
  })

  it('in large type leaves out of its bar from where it counts, which every row says', async () => {
    aBrowser()
    jest.replaceProperty(window, 'innerWidth', 390)
    jest.replaceProperty(window, 'innerHeight', 844)
    const { open, screen } = start(({ storage }) => {
      storage.set('fuyi.age', '{"v":1,"value":"adult"}')
      storage.set('fuyi.elder', '{"v":1,"value":true}')
    })
    open('tabs/map')
    expect(await screen.findByText('6 处')).toBeTruthy()
    expect(screen.queryByText(/算起/)).toBeNull()
    expect(screen.getAllByText(/^距淮安市中心/).length).toBeGreaterThan(0)
  })

  it('measures from the picked district where the position is refused', async () => {
    aBrowser({ spot: null })
    const { open, screen, fireEvent } = start()
    open('tabs/map')
    fireEvent.click(await screen.findByRole('button', { name: /算起.*用我的位置/ }))
    expect(screen.getByText(/不上传，也不保存/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '用我的位置' }))
    expect(await screen.findByText(/没有得到位置授权/)).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: '洪泽区' }))
    expect(screen.getByText('从洪泽区中心算起')).toBeTruthy()
  })
})

describe('a place', () => {
  const place = (id: string) => (phone: { params: Record<string, string>; storage: Map<string, string> }) => {
    phone.params = { id }
    phone.storage.set('fuyi.age', '{"v":1,"value":"adult"}')
  }

  it('is there from the catalogue even where the server does not answer for it', async () => {
    aBrowser()
    const { open, screen } = start(place('320800-2'))
    open('places/pages/detail')
    expect(await screen.findByRole('heading', { name: '健康西路福彩站' })).toBeTruthy()
    expect(screen.getByText('24 小时开放')).toBeTruthy()
    expect(screen.getByText('爱心救助点')).toBeTruthy()
  })

  it('unfolds its week', async () => {
    aBrowser()
    const { open, screen, fireEvent } = start(place('320800-2'))
    open('places/pages/detail')
    fireEvent.click(await screen.findByRole('button', { name: '看后面六天' }))
    expect(screen.getByRole('button', { name: '收起' }).getAttribute('aria-expanded')).toBe('true')
    expect(screen.getAllByText('全天').length).toBeGreaterThan(1)
  })

  it('says what the fund paid for', async () => {
    aBrowser()
    const { open, screen } = start(place('320800-project-1'))
    open('places/pages/detail')
    expect(await screen.findByText('98 万元')).toBeTruthy()
    expect(screen.getByText('助餐')).toBeTruthy()
    expect(screen.queryByText('多人少买，寓募于乐；量力而行，理性购彩')).toBeNull()
  })

  it('asks no age of who came from the aid page', async () => {
    aBrowser()
    const { open, screen } = start((phone) => {
      phone.params = { id: '320800-2', for: 'aid' }
    })
    open('places/pages/detail')
    await screen.findByRole('heading', { name: '健康西路福彩站' })
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('is reported in two taps, once, however often one presses', async () => {
    aBrowser()
    const { open, screen, fireEvent, phone } = start(place('320800-2'))
    const server = phone.server
    phone.server = (sent) =>
      sent.method === 'POST' ? { statusCode: 200, data: '{"counted":true,"doubts":[]}' } : server(sent)
    open('places/pages/report')
    fireEvent.click(await screen.findByRole('radio', { name: '门锁着，进不去' }))
    const send = screen.getByRole('button', { name: '发送' })
    fireEvent.click(send)
    fireEvent.click(send)
    expect(await screen.findByText('收到了，谢谢')).toBeTruthy()
    const posts = phone.sent.filter(({ method }) => method === 'POST')
    expect(posts.map(({ url, data }) => [url, data])).toEqual([
      ['/api/places/320800-2/reports', '{"fact":"locked"}'],
    ])
  })

  it('names a number that leads to a person, keeps what was typed, and sends it only without', async () => {
    aBrowser()
    const { open, screen, fireEvent, phone } = start(place('320800-2'))
    open('places/pages/report')
    fireEvent.click(await screen.findByRole('radio', { name: '门锁着，进不去' }))
    const note = screen.getByLabelText('补充，可不填')
    fireEvent.change(note, { target: { value: '打138 0013 8000没人接' } })
    fireEvent.input(note, { target: { value: '打138 0013 8000没人接' } })
    expect(await screen.findByText(/“138 0013 8000”像是电话号码，请去掉/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '先去掉号码' }))
    expect(phone.sent.filter(({ method }) => method === 'POST')).toEqual([])
    expect(note).toHaveProperty('value', '打138 0013 8000没人接')
  })

  it('keeps a report that finds no network, and says so', async () => {
    aBrowser()
    const { open, screen, fireEvent, phone } = start(place('320800-2'))
    phone.server = () => Promise.reject({ errMsg: 'request:fail' })
    open('places/pages/report')
    fireEvent.click(screen.getByRole('radio', { name: '搬走了' }))
    fireEvent.click(screen.getByRole('button', { name: '发送' }))
    expect(await screen.findByText('先存在手机里了')).toBeTruthy()
    expect(phone.storage.get('fuyi.reports')).toContain('moved')
  })
})

describe('help', () => {
  it('is the nearest open station, at once: no age, no login, no dialog', async () => {
    const browser = aBrowser()
    const { open, screen, fireEvent } = start(() => {})
    open('places/pages/aid')
    expect(await screen.findByRole('heading', { name: '健康西路福彩站' })).toBeTruthy()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(browser.questions).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: '去那里' }))
    fireEvent.click(screen.getByText('腾讯地图'))
    expect(browser.opened[0]).toContain(encodeURIComponent('健康西路福彩站'))
  })

  it('takes the position without a word where the person agreed before', async () => {
    const browser = aBrowser({ spot: { longitude: 119.02, latitude: 33.6 }, granted: true })
    const { open, screen } = start(() => {})
    open('places/pages/aid')
    await screen.findByRole('heading', { name: '健康西路福彩站' })
    expect(browser.questions).toEqual(['position'])
    expect(screen.queryByRole('button', { name: '用我的位置' })).toBeNull()
  })

  it('gives the country’s numbers where there is no network and nothing kept', async () => {
    aBrowser()
    const { open, screen } = start((phone) => {
      phone.server = () => Promise.reject({ errMsg: 'request:fail' })
    })
    open('places/pages/aid')
    expect(screen.getByRole('button', { name: /120 急救/ })).toBeTruthy()
    expect(await screen.findByText('网络连不上，还没有取到救助点', {}, waitLonger)).toBeTruthy()
  })
})

describe('search', () => {
  it('finds while one types, and remembers what led somewhere', async () => {
    aBrowser()
    const { open, screen, fireEvent, phone } = start()
    open('places/pages/search')
    const field = screen.getByRole('textbox', { name: '名称、地址、编号或拼音' })
    fireEvent.change(field, { target: { value: '水渡' } })
    fireEvent.click(await screen.findByRole('button', { name: /水渡口福彩站/ }))
    expect(phone.did).toEqual(['navigateTo /places/pages/detail/index?id=320800-1'])
    fireEvent.click(screen.getByRole('button', { name: '清空' }))
    expect(screen.getByRole('button', { name: '水渡' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '清除' }))
    expect(screen.queryByRole('button', { name: '水渡' })).toBeNull()
  })

  it('says what else to type where nothing is found', async () => {
    aBrowser()
    const { open, screen, fireEvent } = start()
    open('places/pages/search')
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '不存在' } })
    expect(await screen.findByText('淮安没有找到“不存在”')).toBeTruthy()
  })

  it('leads whoever looks for the city’s centre to its page', async () => {
    aBrowser()
    const { open, screen, fireEvent, phone } = start()
    open('places/pages/search')
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '福彩中心' } })
    fireEvent.click(await screen.findByRole('button', { name: /淮安市福彩中心/ }))
    expect(phone.did).toEqual(['navigateTo /about/contact/index'])
  })
})
