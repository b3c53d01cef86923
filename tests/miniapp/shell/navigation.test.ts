/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * From page to page: one at a time, and by one module; Back and Escape take what is on top first.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createNavigation } from '@/shared/navigation/navigation'
import { aBrowser } from '../places/browser'
import { start } from './start'

beforeAll(() => void aBrowser())

const source = resolve(__dirname, '../../../miniapp/src')

it('no other file goes to a page', () => {
  const others = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && name !== join('shared', 'navigation', 'navigation.ts'))
    .filter((name) =>
      /Taro\s*\.\s*(navigateTo|redirectTo|switchTab|reLaunch|navigateBack)|<Navigator/.test(
        readFileSync(join(source, name), 'utf8'),
      ),
    )
  expect(others).toEqual([])
})

describe('one at a time', () => {
  const aWorld = (answersEarly: boolean) => {
    const clock = { now: 1_000 }
    const navigation = createNavigation({ now: () => clock.now, ready: () => null, answersEarly })
    return { clock, navigation, move: jest.fn(async () => {}) }
  }

  it('a second tap at the same moment opens nothing', () => {
    const { navigation, move } = aWorld(false)
    navigation.go(move)
    navigation.go(move)
    expect(move).toHaveBeenCalledTimes(1)
  })

  it('in the browser, which answers before the page stands, the page has to stand first', async () => {
    const { navigation, move } = aWorld(true)
    navigation.go(move)
    await Promise.resolve()
    navigation.go(move)
    expect(move).toHaveBeenCalledTimes(1)
    navigation.arrived()
    navigation.go(move)
    expect(move).toHaveBeenCalledTimes(2)
  })

  it('a page that never stands holds the others back for five seconds', () => {
    const { clock, navigation, move } = aWorld(true)
    navigation.go(move)
    clock.now += 5_000
    navigation.go(move)
    expect(move).toHaveBeenCalledTimes(2)
  })

  it('a step back that never comes is given up by the next tap, and its page is not opened as well', async () => {
    const clock = { now: 1_000 }
    let giveUp = () => {}
    const steps = [new Promise<void>((done) => (giveUp = done)), null]
    const navigation = createNavigation({
      now: () => clock.now,
      ready: () => steps.shift() ?? null,
      answersEarly: true,
    })
    const [first, second] = [jest.fn(async () => {}), jest.fn(async () => {})]
    navigation.go(first)
    clock.now += 5_000
    navigation.go(second)
    giveUp()
    await new Promise(process.nextTick)
    expect(second).toHaveBeenCalledTimes(1)
    expect(first).not.toHaveBeenCalled()
  })

  it('one that was refused holds nothing back', async () => {
    const { navigation, move } = aWorld(true)
    const refused = jest.fn(() => Promise.reject(new Error('navigateTo:fail webview count limit exceed')))
    navigation.go(refused)
    await new Promise(process.nextTick)
    navigation.go(move)
    expect(move).toHaveBeenCalledTimes(1)
  })
})

describe('in WeChat, which refuses an eleventh page', () => {
  const before = process.env.TARO_ENV
  beforeEach(() => {
    process.env.TARO_ENV = 'weapp'
  })
  afterEach(() => {
    if (before === undefined) delete process.env.TARO_ENV
    else process.env.TARO_ENV = before
  })

  it.each([
    [8, 'navigateTo'],
    [9, 'redirectTo'],
    [10, 'redirectTo'],
  ])('over %i pages the next comes by %s', (count, way) => {
    const { act, phone } = start()
    const {
      openPage,
    }: typeof import('@/shared/navigation/navigation') = require('@/shared/navigation/navigation')
    phone.stack = Array.from({ length: count }, () => 'desk/home/index')
    act(() => openPage('/desk/review/index'))
    expect(phone.did).toEqual([`${way} /desk/review/index`])
  })
})

it('a place that is tapped twice is opened once', async () => {
  const { open, screen, fireEvent, phone } = start()
  open('tabs/home')
  const row = await screen.findByText('健康西路福彩站')
  fireEvent.click(row)
  fireEvent.click(row)
  expect(phone.did).toEqual(['navigateTo /places/pages/detail/index?id=320800-2'])
})

describe('on top of each other', () => {
  const pressEscape = (at: ReturnType<typeof start>) => at.fireEvent.keyDown(document.body, { key: 'Escape' })

  it('Escape closes the card of the map', async () => {
    const at = start()
    at.open('tabs/map')
    at.fireEvent.click(await at.screen.findByText('健康西路福彩站'))
    expect(at.screen.getByRole('region', { name: '选中：健康西路福彩站' })).toBeTruthy()
    pressEscape(at)
    expect(at.screen.queryByRole('region', { name: /^选中/ })).toBeNull()
  })

  it('Escape closes the sheet over the card, then the card', async () => {
    const at = start()
    at.open('tabs/map')
    at.fireEvent.click(await at.screen.findByText('健康西路福彩站'))
    at.fireEvent.click(at.screen.getByRole('button', { name: '筛选' }))
    pressEscape(at)
    expect(at.screen.queryByRole('dialog')).toBeNull()
    expect(at.screen.getByRole('region', { name: /^选中/ })).toBeTruthy()
    pressEscape(at)
    expect(at.screen.queryByRole('region', { name: /^选中/ })).toBeNull()
  })

  it('what must be answered is not closed', () => {
    const at = start(() => {})
    at.open('tabs/home')
    pressEscape(at)
    expect(at.screen.getByRole('dialog', { name: /满 18 周岁/ })).toBeTruthy()
  })

  it('going back closes the card before it leaves the page', async () => {
    const at = start()
    at.open('tabs/map')
    at.fireEvent.click(await at.screen.findByText('健康西路福彩站'))
    const {
      goBack,
    }: typeof import('@/shared/navigation/navigation') = require('@/shared/navigation/navigation')
    at.act(() => goBack())
    expect(at.screen.queryByRole('region', { name: /^选中/ })).toBeNull()
    expect(at.phone.did).toEqual([])
    at.act(() => goBack())
    expect(at.phone.did).toEqual(['switchTab /tabs/home/index'])
  })
})

describe('the chips that another page presses', () => {
  /** On home, 公益地图; then the map as the tab page that it is, which is drawn once and shown again. */
  async function fromHome() {
    const at = start()
    at.open('tabs/home')
    await at.screen.findByText('健康西路福彩站')
    await at.act(async () => at.fireEvent.click(at.screen.getByRole('link', { name: /公益地图/ })))
    at.cleanup()
    at.open('tabs/map')
    await at.screen.findByText('清江浦社区助餐点')
    return at
  }
  const chips = (at: ReturnType<typeof start>) =>
    at.screen.getAllByRole('checkbox').map((chip) => chip.textContent)
  const pressed = (at: ReturnType<typeof start>) =>
    at.screen
      .getAllByRole('checkbox')
      .filter((chip) => chip.getAttribute('aria-checked') === 'true')
      .map((chip) => chip.textContent)

  it('stand first, and are counted', async () => {
    const at = await fromHome()
    expect(chips(at)[0]).toBe('公益项目')
    expect(at.screen.getByRole('button', { name: '筛选1 项' })).toBeTruthy()
  })

  it('are not kept on the phone, wherever the map is moved', async () => {
    const at = await fromHome()
    expect(at.phone.storage.get('fuyi.map') ?? '').not.toContain('project')
    at.cleanup()
    at.open('tabs/map')
    await at.screen.findByText('健康西路福彩站')
    expect(pressed(at)).toEqual([])
  })

  it('are gone when the map is opened by its tab again, and stay when one comes back from a place', async () => {
    const at = await fromHome()
    const {
      openTab,
    }: typeof import('@/shared/navigation/navigation') = require('@/shared/navigation/navigation')
    await at.act(async () => at.phone.show())
    expect(pressed(at)).toEqual(['公益项目'])
    await at.act(async () => openTab('home'))
    await at.act(async () => openTab('map'))
    await at.act(async () => at.phone.show())
    expect(pressed(at)).toEqual([])
    expect(at.screen.getByText('健康西路福彩站')).toBeTruthy()
  })
})
