/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * The list of a city, however long, is one stop of the keyboard.
 */
import { rowAfter } from '@/places/components/list-keys.h5'
import { start } from '../shell/start'
import { aBrowser } from './browser'

it.each([
  ['ArrowDown', 3, 4],
  ['ArrowUp', 3, 2],
  ['ArrowUp', 0, 0],
  ['ArrowDown', 400, 400],
  ['Home', 300, 0],
  ['End', 3, 400],
  ['PageDown', 3, 8],
  ['PageUp', 3, 0],
  ['Tab', 3, null],
  ['Enter', 3, null],
])('%s leads from row %d of 401 to %s', (key, from, to) => expect(rowAfter(key, from, 401)).toBe(to))

describe('the map’s list', () => {
  async function openList() {
    aBrowser()
    const { open, screen, within, fireEvent } = start()
    open('tabs/map')
    const list = await screen.findByRole('list', { name: '地点，由近到远' })
    const rows = () => within(list).getAllByRole('button')
    return { list, rows, screen, fireEvent, stops: () => rows().map(({ tabIndex }) => tabIndex) }
  }

  it('has one row that Tab leads to', async () => {
    const { stops } = await openList()
    expect(stops()).toEqual([0, -1, -1, -1, -1, -1])
  })

  it('moves the focus and the stop with the arrows', async () => {
    const { list, rows, stops, fireEvent } = await openList()
    rows()[0]?.focus()
    fireEvent.keyDown(list, { key: 'ArrowDown' })
    expect(document.activeElement).toBe(rows()[1])
    expect(stops()).toEqual([-1, 0, -1, -1, -1, -1])
    fireEvent.keyDown(list, { key: 'End' })
    expect(document.activeElement).toBe(rows()[5])
    fireEvent.keyDown(list, { key: 'Home' })
    expect(document.activeElement).toBe(rows()[0])
  })

  it('can be skipped to, and so can the map’s buttons, the page and the tabs', async () => {
    const { rows, screen, fireEvent } = await openList()
    const skip = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
    skip('跳到地点列表')
    expect(document.activeElement).toBe(rows()[0])
    skip('跳到主导航')
    expect(document.activeElement?.textContent).toBe('首页')
    skip('跳到正文')
    expect(document.activeElement?.getAttribute('role')).toBe('main')
  })
})
