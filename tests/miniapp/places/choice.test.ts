import {
  choiceText,
  countOf,
  filterOf,
  noChoice,
  offered,
  openOption,
  pressedKeys,
  quickOptions,
  roleOptions,
} from '@/places/choice'

const winter = '2026-01-10'
const summer = '2026-07-10'

it('asks for a place open now at this very moment', () => {
  const choice = openOption(noChoice).next
  expect(filterOf(choice, 77)).toEqual({ kinds: [], roles: [], amenities: [], openAt: 77 })
  expect(filterOf(openOption(choice).next, 77).openAt).toBeNull()
})

it('presses and releases a chip', () => {
  const aid = quickOptions(noChoice, winter).find((option) => option.text === '爱心救助点')
  expect(aid?.pressed).toBe(false)
  const pressed = quickOptions(aid?.next ?? noChoice, winter).find((option) => option.text === '爱心救助点')
  expect(pressed?.pressed).toBe(true)
  expect(pressed?.next).toEqual(noChoice)
})

it('offers warm cabins in winter alone, and keeps one that is pressed', () => {
  const texts = (today: string, choice = noChoice) => roleOptions(choice, today).map((option) => option.text)
  expect(texts(winter)).toContain('温暖小屋')
  expect(texts(summer)).not.toContain('温暖小屋')
  expect(texts(summer, { ...noChoice, roles: ['warm-cabin'] })).toContain('温暖小屋')
})

it('shows a rare chip in the row once it is pressed in the sheet', () => {
  const choice = { ...noChoice, amenities: ['wifi' as const] }
  expect(quickOptions(noChoice, winter).map((option) => option.text)).not.toContain('无线网')
  expect(quickOptions(choice, winter).map((option) => option.text)).toContain('无线网')
})

it('says what was asked for', () => {
  const choice = { ...noChoice, openNow: true, roles: ['love-aid' as const], amenities: ['water' as const] }
  expect(choiceText(choice)).toBe('现在开着、爱心救助点、饮用水')
  expect(countOf(choice)).toBe(3)
})

describe('what no place of the city has', () => {
  const had = new Set(['outlet', 'love-aid', 'water'])
  const texts = (options: readonly { text: string }[]) => options.map(({ text }) => text)

  it('is not offered, unless it is pressed already', () => {
    expect(texts(offered(quickOptions(noChoice, winter), had).shown)).toEqual([
      '现在开着',
      '爱心救助点',
      '饮用水',
    ])
    const pressed = { ...noChoice, roles: ['parcel-point' as const] }
    expect(texts(offered(roleOptions(pressed, summer), had).shown)).toEqual(['爱心救助点', '快递代收'])
  })

  it('is shown, so that nobody looks for it', () => {
    expect(offered(roleOptions(noChoice, summer), had).missing).toEqual([
      '公益驿站',
      '快递代收',
      '党员示范点',
      '彩票超市',
    ])
  })

  it('is not known before the city has come', () => {
    const options = roleOptions(noChoice, winter)
    expect(offered(options, null)).toEqual({ shown: options, missing: [] })
  })
})

describe('what was chosen elsewhere', () => {
  const project = { ...noChoice, kinds: ['project' as const], amenities: ['microwave' as const] }

  test('stands before all other chips', () => {
    const keys = quickOptions(project, '2026-07-01', pressedKeys(project)).map(({ key }) => key)
    expect(keys.slice(0, 2)).toEqual(['project', 'microwave'])
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('is known by the keys of its chips', () => {
    expect(pressedKeys({ ...project, openNow: true })).toEqual(['open', 'project', 'microwave'])
    expect(pressedKeys(noChoice)).toEqual([])
  })
})
