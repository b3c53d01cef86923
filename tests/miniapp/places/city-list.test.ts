/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * Two cities are two rows; three hundred are found by typing, or by their province.
 */
import { type CityGroup, citiesTyped, cityGroups, provinceOf } from '@/shared/city/provinces'
import { start } from '../shell/start'
import { aBrowser } from './browser'
import { aRegion } from './builders'

beforeAll(() => void aBrowser())

/** What many cities need is loaded when they are shown. */
const waitLonger = { timeout: 20_000 }

const huaian = aRegion()
const binzhou = aRegion({ adcode: '371600', name: '滨州' })
const beijing = aRegion({ adcode: '110000', name: '北京' })
/** Ten cities in each of thirty provinces and regions. */
const country = [
  ...[
    11, 12, 13, 14, 15, 21, 22, 23, 31, 33, 34, 35, 36, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62,
    63, 64, 65,
  ].flatMap((province) =>
    Array.from({ length: 10 }, (_, n) =>
      aRegion({ adcode: `${province}${String(n + 1).padStart(2, '0')}00`, name: `甲${province}乙${n}` }),
    ),
  ),
  huaian,
  binzhou,
]

describe('the groups of cities', () => {
  it('are the provinces, in the order of their codes', () => {
    const named = ({ province, cities }: CityGroup) => [province, cities.map(({ name }) => name)]
    expect(cityGroups([binzhou, huaian, beijing]).map(named)).toEqual([
      ['北京', ['北京']],
      ['江苏', ['淮安']],
      ['山东', ['滨州']],
    ])
  })

  it('know every province of the code list, and keep a city of none', () => {
    expect(provinceOf('650100')).toBe('新疆')
    expect(provinceOf('990100')).toBe('其他')
  })
})

it.each([
  ['淮', ['淮安']],
  ['淮安市', ['淮安']],
  ['江苏省', ['淮安']],
  [' 滨州 ', ['滨州']],
  ['没有', []],
])('“%s” finds %j', (typed, names) => {
  expect(citiesTyped([huaian, binzhou], typed).map(({ name }) => name)).toEqual(names)
})

describe('a city by its sound', () => {
  const chongqing = aRegion({ adcode: '500000', name: '重庆', reading: 'zhong/chong qing' })
  const lvliang = aRegion({ adcode: '141100', name: '吕梁', reading: 'lv/lu/lyu liang' })
  const xian = aRegion({ adcode: '610100', name: '西安', reading: 'xi an' })
  const read = [
    { ...huaian, reading: 'huai an' },
    { ...binzhou, reading: 'bin zhou' },
    chongqing,
    lvliang,
    xian,
  ]
  it.each([
    ['huaian', ['淮安']],
    ['Huai An', ['淮安']],
    ['huai', ['淮安']],
    ['huaia', ['淮安']],
    ['huaianshi', ['淮安']],
    ['ha', ['淮安']],
    ['hashi', ['淮安']],
    ['bz', ['滨州']],
    ['cq', ['重庆']],
    ['zhongqing', ['重庆']],
    ['lüliang', ['吕梁']],
    ['luliang', ['吕梁']],
    ["xi'an", ['西安']],
    ['jiangsu', ['淮安']],
    ['jss', ['淮安']],
    ['shandongsheng', ['滨州']],
    ['sd', ['滨州']],
    ['huainan', []],
    ['an', []],
  ])('%s finds %j', (typed, names) => {
    expect(citiesTyped(read, typed).map(({ name }) => name)).toEqual(names)
  })

  it('is not known of a list that an older server gave', () => {
    expect(citiesTyped([huaian], 'huaian')).toEqual([])
    expect(citiesTyped([huaian], '淮安')).toEqual([huaian])
  })
})

function withCities(regions: ReturnType<typeof aRegion>[]) {
  const program = start((phone) => {
    phone.storage.set('fuyi.age', '{"v":1,"value":"adult"}')
    phone.storage.delete('fuyi.city')
    phone.server = ({ url }) =>
      url === '/api/regions'
        ? { statusCode: 200, data: JSON.stringify({ regions }) }
        : { statusCode: 404, data: '{}' }
  })
  program.open('tabs/home')
  return program
}

it('two cities are two rows, with nothing to type', async () => {
  const { screen } = withCities([huaian, binzhou])
  expect(await screen.findByRole('button', { name: /^淮安/ })).toBeTruthy()
  expect(screen.queryByRole('textbox')).toBeNull()
})

it('three hundred cities are found by a province', async () => {
  const { screen, fireEvent, phone } = withCities(country)
  const province = await screen.findByRole('button', { name: /^江苏/ }, waitLonger)
  expect(screen.queryByRole('button', { name: /^淮安/ })).toBeNull()
  fireEvent.click(province)
  fireEvent.click(screen.getByRole('button', { name: /^淮安/ }))
  expect(phone.storage.get('fuyi.city')).toContain('320800')
})

it('three hundred cities are found by typing, also over the page', async () => {
  const { screen, fireEvent, phone, within } = withCities(country)
  fireEvent.click(await screen.findByRole('button', { name: /^城市：选城市/ }))
  const sheet = within(screen.getByRole('dialog', { name: '选城市' }))
  fireEvent.change(await sheet.findByRole('textbox', { name: /城市/ }, waitLonger), {
    target: { value: '滨' },
  })
  fireEvent.click(sheet.getByRole('button', { name: /^滨州/ }))
  expect(phone.storage.get('fuyi.city')).toContain('371600')
})

it('says what to do where nothing of the name is there', async () => {
  const { screen, fireEvent } = withCities(country)
  fireEvent.change(await screen.findByRole('textbox', { name: /城市/ }, waitLonger), {
    target: { value: '东京' },
  })
  expect(screen.getByText('没有叫“东京”的城市。换个字，或按省份找。')).toBeTruthy()
})
