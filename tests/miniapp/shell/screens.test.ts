/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * The first pages as a person meets them: by role and by word, on a phone in memory.
 */
import { giftId } from '../points/builders'
import { openPoints } from '../points/program'
import { aPointsServer } from '../points/server'
import { start } from './start'

const unasked = () => {}

describe('home', () => {
  it('answers before it is asked: the nearest open place, large, and the two after it', async () => {
    const { open, screen } = start()
    open('tabs/home')
    expect(await screen.findByRole('button', { name: '去那里：水渡口福彩站' })).toBeTruthy()
    expect(screen.getByText('健康西路福彩站')).toBeTruthy()
    expect(screen.getByText('大治路福彩站')).toBeTruthy()
    expect(screen.queryByText('远处的福彩站')).toBeNull()
    expect(screen.queryByText('关着的福彩站')).toBeNull()
  })

  it('says 演示数据 while the city is a demonstration', async () => {
    const { open, screen } = start()
    open('tabs/home')
    expect(await screen.findByText(/演示数据/)).toBeTruthy()
  })

  it('leads to help in one tap, with nothing in between, even before the city has come', () => {
    const { open, screen, fireEvent, phone } = start()
    open('tabs/home')
    fireEvent.click(screen.getByRole('link', { name: /需要帮助/ }))
    expect(phone.did).toEqual(['navigateTo /places/pages/aid/index'])
  })

  it('tells what the fund paid for lately, from the data', async () => {
    const { open, screen } = start()
    open('tabs/home')
    expect(await screen.findByText('清江浦社区助餐点')).toBeTruthy()
  })

  it('closes with the rational-play line and the under-18 notice', () => {
    const { open, screen } = start()
    open('tabs/home')
    expect(screen.getByText('多人少买，寓募于乐；量力而行，理性购彩')).toBeTruthy()
    expect(screen.getByText('未满 18 周岁的未成年人不得购买彩票和兑奖')).toBeTruthy()
  })

  it('on a dead network with nothing kept says what to do, and does it', async () => {
    const { open, screen, fireEvent, phone } = start((phone) => {
      phone.storage.set('fuyi.age', '{"v":1,"value":"adult"}')
    })
    const server = phone.server
    phone.server = () => Promise.reject({ errMsg: 'request:fail' })
    open('tabs/home')
    const repeated = await screen.findByRole('button', { name: '再试一次' }, { timeout: 3000 })
    phone.server = server
    fireEvent.click(repeated)
    expect(await screen.findByRole('button', { name: '去那里：水渡口福彩站' })).toBeTruthy()
  })
})

describe('the question of age', () => {
  it('is asked once on a first visit, and the answer is kept', () => {
    const { open, screen, fireEvent, phone } = start(unasked)
    open('tabs/home')
    fireEvent.click(screen.getByRole('button', { name: '我已满 18 周岁' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(phone.storage.get('fuyi.age')).toContain('adult')
  })

  it('does not stand between a person in need and help', () => {
    const { open, screen, fireEvent, phone } = start(unasked)
    open('tabs/home')
    fireEvent.click(screen.getByRole('button', { name: /先去求助/ }))
    expect(phone.did).toEqual(['navigateTo /places/pages/aid/index'])
    expect(phone.storage.has('fuyi.age')).toBe(false)
  })

  it('shows a minor who helps, not who sells', async () => {
    const { open, screen } = start((phone) => phone.storage.set('fuyi.age', '{"v":1,"value":"minor"}'))
    open('tabs/home')
    expect(await screen.findByRole('button', { name: '去那里：健康西路福彩站' })).toBeTruthy()
    expect(screen.queryByText('水渡口福彩站')).toBeNull()
    expect(screen.queryByRole('link', { name: /附近网点/ })).toBeNull()
  })

  it('keeps the keyboard in the dialog and gives it back', () => {
    const { open, screen, fireEvent } = start(unasked)
    open('tabs/home')
    const dialog = screen.getByRole('dialog')
    expect(document.activeElement).toBe(dialog)
    const last = screen.getByRole('button', { name: /换大字版/ })
    last.focus()
    fireEvent.keyDown(last, { key: 'Tab' })
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '我已满 18 周岁' }))
    fireEvent.keyDown(document.activeElement ?? dialog, { key: 'Tab', shiftKey: true })
    expect(document.activeElement).toBe(last)
  })
})

describe('elder mode', () => {
  it('is one press on a tab page, at once, and remembered', () => {
    const { open, screen, fireEvent, phone } = start()
    const { container } = open('tabs/home')
    fireEvent.click(screen.getByRole('switch', { name: '大字版' }))
    expect(container.querySelector('.screen')?.className).toContain('elder')
    expect(phone.storage.get('fuyi.elder')).toContain('true')
  })

  it('reaches the pages that are already open', () => {
    const { open, screen, fireEvent } = start()
    const home = open('tabs/home')
    open('tabs/me')
    fireEvent.click(screen.getAllByRole('switch', { name: '大字版' })[1] ?? document.body)
    expect(home.container.querySelector('.elder')).toBeTruthy()
  })

  it('says 您 where others read 你', () => {
    const { open, screen } = start((phone) => phone.storage.set('fuyi.elder', '{"v":1,"value":true}'))
    open('tabs/home')
    expect(screen.getByRole('dialog', { name: '您满 18 周岁了吗？' })).toBeTruthy()
  })
})

describe('me', () => {
  it('shows what was kept of this city, with its opening', async () => {
    const { open, screen, fireEvent, phone } = start((phone) => {
      phone.storage.set('fuyi.favourites', '{"v":1,"value":["320800-3","371600-9"]}')
    })
    open('tabs/me')
    fireEvent.click(await screen.findByText('大治路福彩站'))
    expect(phone.did).toEqual(['navigateTo /places/pages/detail/index?id=320800-3'])
    expect(screen.getByText(/另有 1 处在别的城市/)).toBeTruthy()
  })

  it('says how to keep a place when there is none', () => {
    const { open, screen } = start()
    open('tabs/me')
    expect(screen.getByText(/你还没有收藏/)).toBeTruthy()
  })

  it('leads to the privacy text', () => {
    const { open, screen, fireEvent, phone } = start()
    open('tabs/me')
    fireEvent.click(screen.getByRole('button', { name: /隐私说明/ }))
    expect(phone.did).toEqual(['navigateTo /about/privacy/index'])
  })
})

describe('the tabs', () => {
  it('say which one is shown, and lead to the others', () => {
    const { open, screen, fireEvent, phone } = start()
    open('tabs/me')
    expect(screen.getByRole('link', { name: '我的' }).getAttribute('aria-current')).toBe('page')
    fireEvent.click(screen.getByRole('link', { name: '首页' }))
    expect(phone.did).toEqual(['switchTab /tabs/home/index'])
  })
})

describe('privacy', () => {
  it('lists what is kept and forgets one item alone', () => {
    const { open, screen, fireEvent, phone } = start((phone) => {
      phone.storage.set('fuyi.favourites', '{"v":1,"value":["320800-3"]}')
      phone.storage.set('fuyi.elder', '{"v":1,"value":true}')
    })
    open('about/privacy')
    fireEvent.click(screen.getByRole('button', { name: '清掉收藏的地点' }))
    expect(phone.storage.has('fuyi.favourites')).toBe(false)
    expect(phone.storage.has('fuyi.elder')).toBe(true)
  })

  it('forgets everything that is ours, and nothing of others', () => {
    const { open, screen, fireEvent, phone } = start((phone) => {
      for (const name of ['fuyi.catalogue.320800', 'fuyi.elder', 'fuyi.age', 'fuyi.left-by-an-old-version']) {
        phone.storage.set(name, '{"v":1,"value":true}')
      }
      phone.storage.set('not-ours', 'x')
    })
    const { container } = open('about/privacy')
    fireEvent.click(screen.getByRole('button', { name: '全部清掉' }))
    expect([...phone.storage.keys()]).toEqual(['not-ours'])
    expect(screen.getByRole('button', { name: '已经全部清掉' })).toBeTruthy()
    expect(container.querySelector('.elder')).toBeNull()
  })

  it('knows by name everything that the program keeps after a visit', async () => {
    const { open, screen, fireEvent, phone } = start(unasked)
    open('tabs/home')
    fireEvent.click(screen.getByRole('button', { name: '我已满 18 周岁' }))
    await screen.findByRole('button', { name: '去那里：水渡口福彩站' })
    fireEvent.click(screen.getByRole('switch', { name: '大字版' }))
    const {
      storedItems,
    }: typeof import('@/shared/storage/stored-items') = require('@/shared/storage/stored-items')
    const names = [...phone.storage.keys()].map((key) => key.replace('fuyi.', ''))
    expect(names.length).toBeGreaterThan(3)
    expect(names.filter((name) => !storedItems.some((item) => item.owns(name)))).toEqual([])
  })
})

it.each([
  ['a gift that was never there', 'points/pages/gift', { id: '320800-0000000000' }, 'not-found'],
  ['a link to a place that is cut off', 'places/pages/detail', { id: 'cut' }, 'not-found'],
  ['a gift without a network', 'points/pages/gift', { id: giftId }, 'offline'],
] as const)('%s is drawn as what it is', async (_, page, params, scene) => {
  const server = aPointsServer({
    refuse: { '/api/gifts/320800-0000000000': { code: 'unknown-gift', status: 404 } },
  })
  if (scene === 'offline') server.dead.add('*')
  const { open, container, screen } = { ...openPoints(server, params), container: document.body }
  open(page)
  await screen.findByRole('heading', { level: 2 }, { timeout: 60_000 })
  expect(container.querySelector('[class*="scene-line-"]')?.className).toContain(`scene-line-${scene}`)
})
