/**
 * @jest-environment ./tests/support/screen-environment.cjs
 */
import { cellsOf, packCityGrid } from '@functions/places/rules/city-grid/cells'
import { start } from '../shell/start'
import { aBrowser } from './browser'
import { aPacked, aPlace, aRegion } from './builders'

const huaianOutlet = aPlace({
  id: '320800-1',
  outletNo: '1',
  name: '水渡口福彩站',
  hours: '24/7',
  lng: 118.6,
  lat: 33.7,
})
const suqianOutlet = aPlace({
  id: '321300-1',
  outletNo: '1',
  name: '宿豫福彩站',
  hours: '24/7',
  roles: ['love-aid'],
  lng: 118.27,
  lat: 33.94,
})
const huaian = aRegion({ districts: [], centre: { lng: 119.02, lat: 33.6 } })
/** Its box lies within that of 淮安, as it does in the issue. */
const suqian = aRegion({
  adcode: '321300',
  name: '宿迁',
  bbox: [118.25, 33.93, 118.29, 33.96],
  centre: { lng: 118.27, lat: 33.94 },
  districts: [],
})
const grid = packCityGrid([
  cellsOf('320800', [huaianOutlet, { lng: 119.02, lat: 33.6 }, { lng: 119.03, lat: 33.61 }]),
  cellsOf('321300', [suqianOutlet]),
])

const answers: Record<string, unknown> = {
  '/api/regions': { regions: [huaian, suqian] },
  '/api/regions/grid': grid,
  '/api/regions/320800/places': aPacked([huaianOutlet], { region: huaian }),
  '/api/regions/321300/places': aPacked([suqianOutlet], { region: suqian }),
}

function firstVisit(spot?: { longitude: number; latitude: number }, city: string | null = null) {
  const browser = aBrowser(spot ? { spot } : {})
  const program = start((phone) => {
    phone.storage.set('fuyi.age', '{"v":1,"value":"adult"}')
    phone.storage.delete('fuyi.city')
    if (city) phone.storage.set('fuyi.city', `{"v":1,"value":"${city}"}`)
    phone.server = ({ url }) => ({
      statusCode: url in answers ? 200 : 404,
      header: { ETag: '"1"' },
      data: JSON.stringify(answers[url] ?? {}),
    })
  })
  const asked = () => program.phone.sent.map(({ url }) => url)
  return { ...program, browser, asked }
}

const inSuqian = { longitude: 118.2665, latitude: 33.9415 }

describe('a first visit', () => {
  it.each(['tabs/home', 'tabs/map', 'places/pages/aid', 'points/pages/gifts', 'about/contact'] as const)(
    'asks on %s which city, and downloads none before',
    async (page) => {
      const { open, screen, asked } = firstVisit()
      open(page)
      expect(await screen.findByRole('heading', { name: '你在哪座城市' })).toBeTruthy()
      expect(screen.getByRole('button', { name: '用我的位置' })).toBeTruthy()
      expect(screen.getByRole('button', { name: /淮安/ })).toBeTruthy()
      expect(asked().filter((url) => url.endsWith('/places'))).toEqual([])
    },
  )

  it('shows somebody in the middle of 宿迁 their own city, not the one whose box reaches there', async () => {
    const { open, screen, fireEvent, asked } = firstVisit(inSuqian)
    open('tabs/home')
    fireEvent.click(await screen.findByRole('button', { name: '用我的位置' }))
    expect(await screen.findByRole('button', { name: '去那里：宿豫福彩站' })).toBeTruthy()
    expect(asked()).not.toContain('/api/regions/320800/places')
  })

  it('says so to somebody whom no city reaches, and leaves the choice to them', async () => {
    const { open, screen, fireEvent } = firstVisit({ longitude: 116.4, latitude: 39.9 })
    open('tabs/home')
    fireEvent.click(await screen.findByRole('button', { name: '用我的位置' }))
    expect(await screen.findByText(/你所在的地方还没有收录/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /宿迁/ }))
    expect(await screen.findByRole('button', { name: '去那里：宿豫福彩站' })).toBeTruthy()
  })
})

describe('near a border', () => {
  it.each(['tabs/home', 'tabs/map', 'places/pages/aid'] as const)(
    'who chose the one city is offered on %s what the other has nearer',
    async (page) => {
      const { open, screen, fireEvent } = firstVisit({ longitude: 118.33, latitude: 33.91 }, '320800')
      open(page)
      if (page !== 'places/pages/aid')
        fireEvent.click(await screen.findByRole('button', { name: /用我的位置/ }))
      const own = await screen.findAllByRole('button', { name: '用我的位置' })
      const last = own.at(-1)
      if (last) fireEvent.click(last)
      expect(await screen.findByText(/宿迁有更近的/)).toBeTruthy()
      expect(screen.getByText(/宿豫福彩站/)).toBeTruthy()
    },
  )
})

it('who stands where no neighbour can have a nearer place downloads none of them', async () => {
  const { open, screen, fireEvent, asked } = firstVisit({ longitude: 118.594, latitude: 33.7022 }, '320800')
  open('tabs/home')
  fireEvent.click(await screen.findByRole('button', { name: /用我的位置/ }))
  fireEvent.click(screen.getByRole('button', { name: '用我的位置' }))
  expect(await screen.findByText('从我的位置算起')).toBeTruthy()
  expect(asked()).toContain('/api/regions/grid')
  expect(asked()).not.toContain('/api/regions/321300/places')
})

it('who looks at a city far from where they stand is led to their own', async () => {
  const { open, screen, fireEvent } = firstVisit({ longitude: 117.93, latitude: 33.94 }, '320800')
  open('places/pages/aid')
  fireEvent.click(await screen.findByRole('button', { name: '用我的位置' }))
  fireEvent.click(await screen.findByRole('button', { name: '换到宿迁' }))
  expect(await screen.findByText('宿豫福彩站')).toBeTruthy()
})
