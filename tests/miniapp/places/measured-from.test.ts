/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * Before anybody gave a position: every distance says from where it is, and the position is asked for in one place.
 */
import { start } from '../shell/start'
import { aBrowser } from './browser'

const member = (phone: { params: Record<string, string>; storage: Map<string, string> }) => {
  phone.params = { id: '320800-2' }
  phone.storage.set('fuyi.age', '{"v":1,"value":"adult"}')
  phone.storage.set('fuyi.favourites', '{"v":1,"value":["320800-2"]}')
}

/** Everything on the page that reads as a distance, by the element that says it. */
function distances(container: HTMLElement): string[] {
  return [...container.querySelectorAll('span')]
    .filter((element) => element.children.length === 0)
    .map((element) => element.textContent ?? '')
    .filter((text) => /\d (米|公里)(?!圈)/.test(text))
}

describe.each([
  ['tabs/home', '健康西路福彩站'],
  ['tabs/map', '健康西路福彩站'],
  ['tabs/me', '健康西路福彩站'],
  ['places/pages/aid', '健康西路福彩站'],
  ['places/pages/detail', '健康西路福彩站'],
] as const)('%s', (page, name) => {
  it('says from where each distance is, in the same words, and of no walk that nobody begins', async () => {
    aBrowser()
    const { open, screen } = start(member)
    const { container } = open(page)
    await screen.findAllByText(name)
    const said = distances(container)
    expect(said.length).toBeGreaterThan(0)
    expect(said.filter((text) => !text.startsWith('距淮安市中心 '))).toEqual([])
    expect(screen.queryAllByText(/步行约/)).toEqual([])
  })

  it('says the bare distance and the walk from a position', async () => {
    aBrowser({ spot: { longitude: 119.0145, latitude: 33.607 }, granted: true })
    const { open, screen } = start(member)
    const { container } = open(page)
    await screen.findAllByText(name)
    await screen.findAllByText(/步行约/)
    expect(distances(container).filter((text) => text.includes('距'))).toEqual([])
  })
})

it('search says from where its distances are', async () => {
  aBrowser()
  const { open, screen, fireEvent } = start()
  const { container } = open('places/pages/search')
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '水渡' } })
  await screen.findByRole('button', { name: /水渡口福彩站/ })
  expect(distances(container)).toEqual([expect.stringMatching(/^距淮安市中心 \d+ 米$/)])
})

it.each(['tabs/home', 'tabs/map', 'places/pages/aid'] as const)(
  '%s asks for the position in one place',
  async (page) => {
    aBrowser()
    const { open, screen } = start(member)
    open(page)
    await screen.findAllByText('健康西路福彩站')
    expect(screen.getAllByRole('button', { name: /我的位置/ })).toHaveLength(1)
  },
)

it('the map goes to the person once it is known where that is', async () => {
  aBrowser({ spot: { longitude: 119.0145, latitude: 33.607 }, granted: true })
  const { open, screen } = start(member)
  open('tabs/map')
  expect(await screen.findByRole('button', { name: '地图移到我的位置' })).toBeTruthy()
})
