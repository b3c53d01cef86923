/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * A service that no place of the city gives: search says so and leads on, and no chip offers it.
 */
import { places, start } from '../shell/start'
import { aBrowser } from './browser'
import { aPacked, aRegion } from './builders'

const near = aRegion({
  adcode: '321300',
  name: '宿迁',
  counts: { places: 9, kinds: { outlet: 9 }, roles: { 'parcel-point': 4 } },
})

beforeAll(() => void aBrowser())

function inHuaian() {
  return start((phone) => {
    phone.storage.set('fuyi.age', '{"v":1,"value":"adult"}')
    phone.server = ({ url }) => ({
      statusCode: 200,
      data: JSON.stringify(url.endsWith('/places') ? aPacked(places) : { regions: [aRegion(), near] }),
    })
  })
}

it('a search says that the city has none, and leads to the city that has it and to what there is here', async () => {
  const { open, screen, fireEvent, phone, waitFor } = inHuaian()
  open('places/pages/search')
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '快递' } })
  expect(await screen.findByRole('heading', { name: '淮安还没有快递代收点' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: /爱心救助点/ }))
  expect(phone.did).toEqual(['switchTab /tabs/map/index'])
  fireEvent.click(screen.getByRole('button', { name: '去宿迁看' }))
  await waitFor(() => expect(phone.storage.get('fuyi.city')).toContain('321300'))
})

it('a search for a thing at a place where there is none lists the nearest of the city from there', async () => {
  const { open, screen, fireEvent } = inHuaian()
  open('places/pages/search')
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '洪泽的快递' } })
  expect(await screen.findByRole('heading', { name: '淮安还没有快递代收点' })).toBeTruthy()
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '洪泽哪里有爱心救助点' } })
  expect(await screen.findByText('洪泽区还没有爱心救助点，下面是离那里最近的。')).toBeTruthy()
  expect(screen.getByText('健康西路福彩站')).toBeTruthy()
  expect(screen.getByText(/^距洪泽区中心/)).toBeTruthy()
})

it('the map offers no chip that would find nothing, and its filters say what the city lacks', async () => {
  const { open, screen, fireEvent } = inHuaian()
  open('tabs/map')
  await screen.findByText('健康西路福彩站')
  expect(screen.getByRole('checkbox', { name: '爱心救助点' })).toBeTruthy()
  expect(screen.queryByRole('checkbox', { name: '公益驿站' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '筛选' }))
  expect(screen.queryByRole('checkbox', { name: '快递代收' })).toBeNull()
  expect(screen.getByText(/^淮安还没有：.*公益驿站、快递代收/)).toBeTruthy()
})

it('home does not lead to welfare projects where the city has none', async () => {
  const { open, screen, fireEvent, phone } = start(
    undefined,
    places.filter(({ kind }) => kind !== 'project'),
  )
  open('tabs/home')
  await screen.findByText('水渡口福彩站')
  expect(screen.getByText('淮安还没有收录公益项目')).toBeTruthy()
  fireEvent.click(screen.getByText('公益地图'))
  expect(phone.did).toEqual([])
})
