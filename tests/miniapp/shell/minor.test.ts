/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * Somebody under 18: no outlet that merely sells is shown anywhere, nothing is earned, and a slip of the thumb can be
 * put right.
 */
import { anyRoleMatcher, kindMatcher } from '@functions/places/rules/filter'
import { catalogueForMinors } from '@/shared/city/minors'
import { storedItems } from '@/shared/storage/stored-items'
import { aBrowser } from '../places/browser'
import { aCatalogue } from '../places/builders'
import { anEntry, anOrder, giftId } from '../points/builders'
import { aPointsServer } from '../points/server'
import { places, start } from './start'

const minor = '{"v":1,"value":"minor"}'
/** 水渡口, 大治路 and 远处的 sell; 健康西路 is a love-aid station; the project is what the fund paid for. */
const selling = /水渡口福彩站|大治路福彩站|远处的福彩站|关着的福彩站/

const startMinor = (prepare: (phone: Phone) => void = () => {}) =>
  start((phone) => {
    phone.storage.set('fuyi.age', minor)
    prepare(phone)
  })
type Phone = ReturnType<typeof start>['phone']

beforeAll(() => void aBrowser())

describe('an outlet that sells is not shown', () => {
  it('on home', async () => {
    const { open, screen } = startMinor()
    open('tabs/home')
    await screen.findByText('健康西路福彩站')
    expect(screen.queryByText(selling)).toBeNull()
    expect(screen.queryByText('签到、打卡得积分，换生活用品')).toBeNull()
  })

  it('and 我的 does not ask them to log in for points', async () => {
    const { open, screen } = startMinor()
    open('tabs/me')
    expect(await screen.findByText('未满 18 周岁不能攒积分。年龄按错了，可以在下面改。')).toBeTruthy()
    expect(screen.queryByText(/登录后可以攒积分/)).toBeNull()
  })

  it('on the map and in its list; the love-aid station and the project are', async () => {
    const { open, screen } = startMinor()
    open('tabs/map')
    await screen.findByText('健康西路福彩站')
    expect(screen.getByText('清江浦社区助餐点')).toBeTruthy()
    expect(screen.queryByText(selling)).toBeNull()
  })

  it('to whoever looks through the catalogue by its ordinals, as the news of home do', () => {
    const sold = aCatalogue(places)
    const shown = catalogueForMinors(sold, '2026-03-04')
    const names = (accept: (ordinal: number) => boolean) => shown.some(accept).map(({ name }) => name)
    expect(names(() => true)).toEqual(shown.places.map(({ name }) => name))
    expect(names(kindMatcher(shown.index, 'project'))).toEqual(['清江浦社区助餐点'])
    expect(names(anyRoleMatcher(shown.index, ['love-aid']))).toEqual(['健康西路福彩站'])
    expect(shown.count).toBe(2)
  })

  it('among the filters of the map', async () => {
    const { open, screen, fireEvent } = startMinor()
    open('tabs/map')
    fireEvent.click(await screen.findByRole('button', { name: '筛选' }))
    expect(screen.getAllByRole('checkbox', { name: '爱心救助点' })).toHaveLength(2)
    expect(screen.queryByRole('checkbox', { name: /销售网点|示范|彩票超市/ })).toBeNull()
  })

  it('in a search', async () => {
    const { open, screen, fireEvent } = startMinor()
    open('places/pages/search')
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '福彩站' } })
    await screen.findByText('健康西路福彩站')
    expect(screen.queryByText(selling)).toBeNull()
    expect(screen.getByText('1 处')).toBeTruthy()
  })

  it('among what was kept, and is not said to be in another city', async () => {
    const { open, screen } = startMinor((phone) => {
      phone.storage.set('fuyi.favourites', '{"v":1,"value":["320800-2","320800-1"]}')
    })
    open('tabs/me')
    await screen.findByText('健康西路福彩站')
    expect(screen.queryByText(selling)).toBeNull()
    expect(screen.queryByText(/别的城市/)).toBeNull()
  })

  it.each(['served', 'offline'])('by its link, %s', async (network) => {
    const { open, screen, fireEvent, phone, waitFor } = startMinor((phone) => {
      phone.params = { id: '320800-1' }
      const { server } = phone
      phone.server = (sent) =>
        sent.url.endsWith('/320800-1')
          ? network === 'offline'
            ? Promise.reject({ errMsg: 'request:fail' })
            : { statusCode: 200, data: JSON.stringify(servedPlace) }
          : server(sent)
    })
    open('places/pages/detail')
    if (network === 'served') {
      fireEvent.click(await screen.findByRole('button', { name: '看附近的救助点' }))
      await waitFor(() => expect(phone.did).toEqual(['navigateTo /places/pages/aid/index']))
    } else await screen.findByRole('button', { name: '再试一次' }, { timeout: 5000 })
    expect(screen.queryByText(selling)).toBeNull()
    expect(screen.queryByText('0517-83900000')).toBeNull()
  })
})

it('a love-aid station is shown by its link for its aid alone: no lottery line, no points', async () => {
  const { open, screen } = startMinor((phone) => {
    phone.params = { id: '320800-2' }
  })
  open('places/pages/detail')
  await screen.findByText('健康西路福彩站')
  expect(screen.queryByText(/理性购彩/)).toBeNull()
  expect(screen.queryByText('到站打卡')).toBeNull()
})

it.each(['tabs/points', 'points/pages/code', 'points/pages/visit'] as const)(
  '%s says that nothing is earned, and leads to where a slip is put right',
  async (page) => {
    const { open, screen, fireEvent, phone } = startMinor((phone) => {
      phone.storage.set('fuyi.session', heldSession('minor'))
    })
    open(page)
    expect(await screen.findByText('未满 18 周岁不能攒积分')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /签到|打卡|提交/ })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '到“我的”里看' }))
    expect(phone.did).toContain('switchTab /tabs/me/index')
  },
)

it.each([
  ['points/pages/gifts', /大米 2\.5 公斤/],
  ['points/pages/gift', /慈善超市的东北大米/],
  ['points/pages/orders', /等你来领/],
  ['points/pages/order', /^这张单$/],
  ['points/pages/entries', /^签到/],
  ['about/rules', /^积分规则$/],
  ['identity/pages/login', /只记一个微信给的编号/],
] as const)('%s, where prices or earning stand, says that nobody under 18 earns', async (page, shown) => {
  const server = aPointsServer({ orders: [anOrder()], entries: { first: [anEntry()], more: [] } })
  const { open, screen } = startMinor((phone) => {
    phone.params = { id: page === 'points/pages/order' ? anOrder().id : giftId }
    if (page !== 'identity/pages/login') phone.storage.set('fuyi.session', heldSession('minor'))
    phone.server = server.answer
  })
  open(page)
  await screen.findAllByText(shown)
  expect(screen.getAllByText(/^未满 18 周岁不能攒积分/)).toHaveLength(1)
  expect(screen.queryByText(/看看怎么得积分|登录后可以攒积分/)).toBeNull()
})

it('a report offers no points to a minor', async () => {
  const { open, screen } = startMinor((phone) => {
    phone.params = { id: '320800-2' }
    phone.storage.set('fuyi.session', heldSession('minor'))
  })
  open('places/pages/report')
  await screen.findByText('健康西路福彩站')
  expect(screen.queryByText('被采纳后把积分记给我')).toBeNull()
})

it('a slip is put right on 我的, and nothing else that is kept changes', async () => {
  const { open, screen, fireEvent, phone } = startMinor((phone) => {
    phone.storage.set('fuyi.elder', '{"v":1,"value":false}')
    phone.storage.set('fuyi.favourites', '{"v":1,"value":["320800-1"]}')
  })
  open('tabs/me')
  fireEvent.click(screen.getByRole('button', { name: /年龄的回答/ }))
  fireEvent.click(screen.getByRole('button', { name: '我已满 18 周岁' }))
  expect(await screen.findByText('水渡口福彩站')).toBeTruthy()
  expect(phone.storage.get('fuyi.age')).toContain('adult')
  expect(phone.storage.get('fuyi.favourites')).toContain('320800-1')
  expect(phone.storage.get('fuyi.elder')).toContain('false')
})

describe('the account', () => {
  const sentAges = ({ sent }: Phone) =>
    sent.filter(({ url }) => url.endsWith('/api/me/age')).map(({ data }) => data)

  const keep = (phone: Phone, here: string, there: 'adult' | 'minor' | null) => {
    phone.storage.set('fuyi.age', `{"v":1,"value":"${here}"}`)
    phone.storage.set('fuyi.session', heldSession(there))
    const { server } = phone
    phone.server = (sent) =>
      sent.url.endsWith('/api/me/age')
        ? {
            statusCode: 200,
            data: JSON.stringify(aMe(JSON.parse(sent.data ?? '{}').age, sent.header?.['acting-person'])),
          }
        : server(sent)
  }
  const shared = () => {
    const ageAnswer: typeof import('@/shared/session/age-answer') = require('@/shared/session/age-answer')
    const { settings }: typeof import('@/shared/storage/settings') = require('@/shared/storage/settings')
    return { ageAnswer: ageAnswer, settings }
  }

  it('learns of the answer given on this phone', async () => {
    const { phone, waitFor } = start((phone) => keep(phone, 'minor', null))
    shared().ageAnswer.syncAgeAnswer()
    await waitFor(() => expect(sentAges(phone)).toEqual(['{"age":"minor"}']))
  })

  it('learns of an answer that was put right, and the token is renewed', async () => {
    const { phone, waitFor } = start((phone) => keep(phone, 'minor', 'minor'))
    const { ageAnswer, settings } = shared()
    ageAnswer.syncAgeAnswer()
    ageAnswer.changeAge('adult')
    await waitFor(() => expect(sentAges(phone)).toEqual(['{"age":"adult"}']))
    await waitFor(() => expect(phone.sent.some(({ url }) => url.endsWith('/refresh'))).toBe(true))
    expect(settings.age.get()).toBe('adult')
  })

  it('learns of it at the next start where there was no network', async () => {
    const first = start((phone) => {
      keep(phone, 'minor', 'minor')
      phone.server = () => Promise.reject({ errMsg: 'request:fail' })
    })
    const program = shared()
    program.ageAnswer.syncAgeAnswer()
    program.ageAnswer.changeAge('adult')
    await first.waitFor(() => expect(sentAges(first.phone).length).toBeGreaterThan(0))
    const left = new Map(first.phone.storage)
    const { phone, waitFor } = start((phone) => {
      keep(phone, 'adult', 'minor')
      for (const [key, text] of left) phone.storage.set(key, text)
    })
    shared().ageAnswer.syncAgeAnswer()
    await waitFor(() => expect(sentAges(phone)).toEqual(['{"age":"adult"}']))
  })

  it('is sent to the account of a person who logs in while it is being sent to another, too', async () => {
    const held = start((phone) => {
      keep(phone, 'adult', null)
      const answer = phone.server
      let first = true
      phone.server = async (request) => {
        // Another tab logs in while the answer about the first is on its way.
        if (request.url.endsWith('/age') && first) {
          first = false
          phone.storage.set('fuyi.session', heldSession(null, other))
          window.dispatchEvent(new Event('storage'))
        }
        return answer(request)
      }
    })
    const {
      followSession,
    }: typeof import('@/shared/session/follow-session.h5') = require('@/shared/session/follow-session.h5')
    followSession(() => {})
    shared().ageAnswer.syncAgeAnswer()
    await held.waitFor(() => expect(sentAges(held.phone)).toEqual(['{"age":"adult"}', '{"age":"adult"}']))
    const asked = held.phone.sent.filter(({ url }) => url.endsWith('/age'))
    expect(asked.map(({ header }) => header?.['acting-person'])).toEqual([aMe(null).id, other])
  })

  it('goes before the phone where another answer was given there', () => {
    start((phone) => keep(phone, 'adult', 'minor'))
    const { ageAnswer, settings } = shared()
    ageAnswer.syncAgeAnswer()
    expect(settings.age.get()).toBe('minor')
  })
})

it('what is kept of a changed answer is on the privacy page', () => {
  expect(storedItems.find((thing) => thing.owns('age-changed'))?.id).toBe('settings')
})

const other = 'zyxwvtsrqpnmkjhgfedc'
const aMe = (age: 'adult' | 'minor' | null, id = '0123456789abcdefghjk') => ({
  id,
  no: '8K3M92QT',
  since: '2026-11-01T00:00:00Z',
  roles: [],
  consents: [],
  age,
})

function heldSession(age: 'adult' | 'minor' | null, id?: string): string {
  const value = { access: 'access', accessUntil: 9e15, refresh: 'refresh', me: aMe(age, id) }
  return JSON.stringify({ v: 1, value })
}

const servedPlace = {
  ...places[0],
  region: '320800',
  datum: 'gcj02',
  open: { state: 'unknown' },
  demo: true,
  updatedAt: '2026-11-01T00:00:00Z',
}
