/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * Each type of block as a person meets it, and what a phone does with what it does not know.
 */
import { type ShownBlock, shownBlocksSchema } from '@common/blocks/shown'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react/pure'
import { createElement } from 'react'
import { Blocks } from '@/shared/blocks'
import { blocks } from '../../support/samples/shown-blocks'

afterEach(cleanup)

function show(shown: readonly ShownBlock[], nameOf: (id: string) => string | null = () => null) {
  const opened: string[] = []
  const open = (id: string) => void opened.push(id)
  render(createElement(Blocks, { blocks: shown, nameOf, onPlace: open, onBulletin: open }))
  return opened
}
const only = (type: ShownBlock['type']) => blocks.filter((block) => block.type === type)

it('a heading is one for readers, and each line of a text is a paragraph', () => {
  show([...only('heading'), ...only('text')])
  expect(screen.getByRole('heading', { name: '第一批彩票' })).toBeTruthy()
  expect(screen.getByText('第一段。').parentElement).not.toBe(screen.getByText('第二段。').parentElement)
})

describe('a picture', () => {
  it('says what is to be seen, waits until it is near, and has its room before it comes', () => {
    show(only('picture'))
    const picture = screen.getByRole('img', { name: '一张旧彩票' })
    expect(picture.getAttribute('loading')).toBe('lazy')
    expect(picture.getAttribute('src')).toBe('/media/shown/320800-a-480.webp')
    expect(picture.parentElement?.style.paddingBottom).toBe('66.67%')
    expect(screen.getByText('1987 年的票面')).toBeTruthy()
  })

  it('is tried in its other type where the phone cannot read the first, and then described', () => {
    show(only('picture'))
    fireEvent.error(screen.getByRole('img', { name: '一张旧彩票' }))
    const picture = screen.getByRole('img', { name: '一张旧彩票' })
    expect(picture.getAttribute('src')).toBe('/media/shown/320800-a-480.jpeg')
    fireEvent.error(picture)
    expect(screen.queryByRole('img')).toBeNull()
    expect(screen.getByText('一张旧彩票')).toBeTruthy()
  })

  it('of a set stands in a list that says how many there are', () => {
    show(only('pictures'))
    const list = screen.getByRole('list', { name: '2 张图片' })
    expect(within(list).getAllByRole('img')).toHaveLength(2)
  })
})

describe('looking into a picture', () => {
  const dialog = () => screen.getByRole('dialog', { name: '看大图' })

  it('opens the widest form of it over the page, with what is said of it, and Escape leads back to where one was', () => {
    show(only('picture'))
    const opener = screen.getByRole('button', { name: '看大图：一张旧彩票' })
    opener.focus()
    fireEvent.click(opener)
    const shown = within(dialog()).getByRole('img', { name: '一张旧彩票' })
    expect(shown.getAttribute('src')).toBe('/media/shown/320800-a-1200.webp')
    expect(within(dialog()).getByText('1987 年的票面')).toBeTruthy()
    expect(within(dialog()).getByText('一张旧彩票')).toBeTruthy()
    expect(document.activeElement).toBe(dialog())
    expect(within(dialog()).queryByRole('button', { name: '下一张' })).toBeNull()
    fireEvent.keyDown(dialog(), { key: 'Escape' })
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(opener)
  })

  it('opens by a tap on the picture too', () => {
    show(only('picture'))
    fireEvent.click(screen.getByRole('img', { name: '一张旧彩票' }))
    expect(dialog()).toBeTruthy()
  })

  it('turns through a set by arrows, by buttons and by a swipe, and no further than its ends', () => {
    show(only('pictures'))
    fireEvent.click(screen.getByRole('button', { name: '看大图：正面' }))
    const shows = (description: string) => within(dialog()).queryByRole('img', { name: description }) !== null
    fireEvent.keyDown(dialog(), { key: 'ArrowRight' })
    expect(within(dialog()).getByText('第 2 张，共 2 张')).toBeTruthy()
    fireEvent.keyDown(dialog(), { key: 'ArrowRight' })
    expect(shows('背面')).toBe(true)
    const stage = within(dialog()).getByRole('img').parentElement ?? dialog()
    fireEvent.pointerDown(stage, { pointerId: 1, clientX: 80, clientY: 200 })
    fireEvent.pointerUp(stage, { pointerId: 1, clientX: 240, clientY: 206 })
    expect(shows('正面')).toBe(true)
    fireEvent.click(within(dialog()).getByRole('button', { name: '下一张' }))
    expect(shows('背面')).toBe(true)
  })

  it('comes closer by keys and buttons, and begins whole with every picture', () => {
    show(only('pictures'))
    fireEvent.click(screen.getByRole('button', { name: '看大图：正面' }))
    const scale = () => /scale\((.+)\)/.exec(within(dialog()).getByRole('img').style.transform)?.[1]
    fireEvent.keyDown(dialog(), { key: '+' })
    expect(scale()).toBe('2')
    fireEvent.click(within(dialog()).getByRole('button', { name: '缩小' }))
    expect(scale()).toBe('1')
    fireEvent.click(within(dialog()).getByRole('button', { name: '放大' }))
    fireEvent.keyDown(dialog(), { key: 'ArrowRight' })
    expect(scale()).toBe('1')
  })
})

it('a recording can be played, and read', () => {
  show(only('audio'))
  expect(screen.getByLabelText('一段口述').getAttribute('src')).toBe('/media/shown/audio')
  // Nothing of it is loaded before it is played, so the player itself does not know.
  expect(screen.getByText('时长 1 分 5 秒')).toBeTruthy()
  expect(screen.queryByText('那年我二十岁。')).toBeNull()
  const fold = screen.getByRole('button', { name: '看文字稿' })
  expect(fold.getAttribute('aria-expanded')).toBe('false')
  fireEvent.click(fold)
  expect(screen.getByText('那年我二十岁。')).toBeTruthy()
  expect(screen.getByRole('button', { name: '收起文字稿' }).getAttribute('aria-expanded')).toBe('true')
})

it('a film says below it what is said in it, when it is said', () => {
  show(only('video'))
  const film = screen.getByLabelText('开业那天')
  expect(film.parentElement?.style.paddingBottom).toBe('56.25%')
  expect(screen.queryByText('人进来了。')).toBeNull()
  Object.defineProperty(film, 'currentTime', { value: 2.5 })
  fireEvent.timeUpdate(film)
  expect(screen.getByText('人进来了。')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '看全部字幕' }))
  expect(screen.getByText('门开了。')).toBeTruthy()
})

it('a timeline is a list of times, names and what happened', () => {
  show(only('timeline'))
  const [first, second] = within(screen.getByRole('list', { name: '时间线' })).getAllByRole('listitem')
  expect(first?.textContent).toBe('1987 年 7 月 27 日第一批福利彩票在石家庄发售。')
  expect(second?.textContent).toBe('2009 年彩票管理条例')
})

it('a figure says of what, how much, from where and of which day', () => {
  show(only('figure'))
  expect(screen.getByText('三年筹集公益金')).toBeTruthy()
  expect(screen.getByText('298,000,000')).toBeTruthy()
  expect(screen.getByText('来源：市中心工作总结 · 截至 2023 年 12 月 31 日')).toBeTruthy()
})

it('a quotation says who said it and where', () => {
  show(only('quotation'))
  expect(screen.getByText('票是人家的。')).toBeTruthy()
  expect(screen.getByText(/站主，本地报道/)).toBeTruthy()
})

it('a table is one for readers, is reached by the keyboard to be scrolled, and lacks no cell', () => {
  show(only('table'))
  expect(screen.getByRole('region', { name: '各奖级' }).tabIndex).toBe(0)
  const table = screen.getByRole('table', { name: '各奖级' })
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map((cell) => cell.textContent),
  ).toEqual(['奖级', '奖金'])
  expect(
    within(table)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['一等奖', '浮动', '六等奖', ''])
})

it('a table that is wider than its place says that it can be moved, to those who see it alone', () => {
  const widths = { scrollWidth: 520, clientWidth: 340 }
  const spies = (['scrollWidth', 'clientWidth'] as const).map((side) =>
    jest.spyOn(Element.prototype, side, 'get').mockImplementation(() => widths[side]),
  )
  show(only('table'))
  const hint = screen.getByText('左右滑动，看全这张表')
  expect(hint.closest('[aria-hidden]')).toBeTruthy()
  cleanup()
  widths.scrollWidth = 340
  show(only('table'))
  expect(screen.queryByText('左右滑动，看全这张表')).toBeNull()
  for (const spy of spies) spy.mockRestore()
})

it('a place is named as on the map and opens there; one that this phone does not know opens too', () => {
  const opened = show(only('place'), () => '水渡口福彩站')
  fireEvent.click(screen.getByRole('button', { name: /水渡口福彩站.*可以进去歇脚/ }))
  cleanup()
  const others = show(only('place'))
  fireEvent.click(screen.getByRole('button', { name: /地图上的地点/ }))
  expect([...opened, ...others]).toEqual(['320800-1', '320800-1'])
})

it('a bulletin is named, and nothing of one that is not published', () => {
  show(only('bulletin'))
  expect(screen.getByText('助餐点开放')).toBeTruthy()
  cleanup()
  show([{ id: 'l', type: 'bulletin', bulletin: '320800-bulletin-x' }])
  expect(screen.queryByText('公益发布')).toBeNull()
})

it('a type that this program does not know is left out, and what stands around it is shown', () => {
  const answer: unknown = [blocks[0], { id: 'z', type: 'hologram', depth: 3 }, blocks[8]]
  show(shownBlocksSchema.parse(answer))
  expect(screen.getByRole('heading', { name: '第一批彩票' })).toBeTruthy()
  expect(screen.getByText('票是人家的。')).toBeTruthy()
})
