/**
 * @jest-environment jsdom
 *
 * Logging in, being known, and leaving, as a person meets them.
 */
import { consentTexts } from '@contract/identity'
import type { ComponentType } from 'react'
import { places, start } from '../shell/start'
import type { phone as Phone } from '../support/taro'
import { aHolding, aMe, anExport, aSession, askedOf, keepSession, serve } from './builders'

const asAdult = (phone: typeof Phone) => phone.storage.set('fuyi.age', '{"v":1,"value":"adult"}')
const loggedIn =
  (me = aMe()) =>
  (phone: typeof Phone) => {
    asAdult(phone)
    keepSession(phone, me)
  }

afterEach(() => {
  delete process.env.TARO_APP_DEMO
})

describe('logging in on WeChat', () => {
  /** WeChat's own way in: of a file that is there twice the tests take the browser's. */
  function wechat(prepare: (phone: typeof Phone) => void = asAdult) {
    const at = start(prepare)
    const { createElement }: typeof import('react') = require('react')
    const { LoginMethods }: { LoginMethods: ComponentType<{ onIn: () => void }> } =
      require('@/identity/pages/login/login-methods.tsx')
    const onIn = jest.fn()
    at.render(createElement(LoginMethods, { onIn }))
    return { ...at, onIn }
  }

  test('asks nothing of WeChat or the server before the person has agreed', async () => {
    const { screen, fireEvent, phone, waitFor } = wechat((phone) => {
      asAdult(phone)
      serve(phone, { 'POST /api/sessions': aSession() })
    })
    expect(screen.getByRole('checkbox').getAttribute('aria-checked')).toBe('false')
    fireEvent.click(screen.getByRole('button', { name: '微信登录' }))
    expect(screen.getByText(/先看过说明/)).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox'))
    fireEvent.click(screen.getByRole('button', { name: '微信登录' }))
    await waitFor(() => expect(phone.storage.has('fuyi.session')).toBe(true))
    expect(askedOf(phone)).toEqual(['POST /api/sessions'])
  })

  test('logs in with the code of WeChat, and puts the consent on record', async () => {
    const { screen, fireEvent, phone, onIn, waitFor } = wechat((phone) => {
      asAdult(phone)
      serve(phone, {
        'POST /api/sessions': aSession(aMe({ consents: [] })),
        'POST /api/me/consents': aMe({ consents: [] }),
      })
    })
    fireEvent.click(screen.getByRole('checkbox'))
    fireEvent.click(screen.getByRole('button', { name: '微信登录' }))
    await waitFor(() => expect(onIn).toHaveBeenCalledTimes(1))
    expect(phone.sent.map(({ data }) => data)).toEqual([
      '{"code":"wx-code"}',
      `{"text":"privacy","version":"${consentTexts.privacy}"}`,
      `{"text":"points","version":"${consentTexts.points}"}`,
    ])
  })

  test('a second tap does not log in twice', async () => {
    const { screen, fireEvent, phone, onIn, waitFor, act } = wechat((phone) => {
      asAdult(phone)
      serve(phone, { 'POST /api/sessions': aSession() })
    })
    fireEvent.click(screen.getByRole('checkbox'))
    const button = screen.getByRole('button', { name: '微信登录' })
    // Both before anything is drawn anew.
    act(() => {
      button.click()
      button.click()
    })
    await waitFor(() => expect(onIn).toHaveBeenCalled())
    expect(askedOf(phone)).toEqual(['POST /api/sessions'])
  })

  test.each([
    ['WeChat gives no code', (phone: typeof Phone) => void Object.assign(phone, { loginCode: null })],
    [
      'WeChat does not answer the server',
      (phone: typeof Phone) => serve(phone, { 'POST /api/sessions': { problem: 'login-busy' } }),
    ],
  ])('when %s, says so and stays', async (_, prepare) => {
    const { screen, fireEvent, onIn } = wechat((phone) => {
      asAdult(phone)
      prepare(phone)
    })
    fireEvent.click(screen.getByRole('checkbox'))
    fireEvent.click(screen.getByRole('button', { name: '微信登录' }))
    expect(await screen.findByText(/微信登录正在忙/)).toBeTruthy()
    expect(onIn).not.toHaveBeenCalled()
  })
})

describe('logging in in a browser', () => {
  const ticket = { id: '0123456789abcdefghjk', secret: 's', digits: '4821', pair: '4821', expiresIn: 300 }

  test('shows a code for the phone, and the four digits to type there', async () => {
    const { open, screen } = start((phone) => serve(phone, { 'POST /api/sessions/tickets': ticket }))
    open('identity/pages/login')
    expect(await screen.findByRole('img', { name: '登录码' })).toBeTruthy()
    expect(screen.getByText('4821')).toBeTruthy()
    expect(screen.getByText(/0123 4567 89ab cdef ghjk/)).toBeTruthy()
  })

  test.each([
    [
      'staff',
      [{ kind: 'staff' as const, region: '320800', powers: ['gifts' as const] }],
      ['redirectTo /desk/home/index'],
    ],
    ['a citizen', [], ['switchTab /tabs/me/index']],
  ])('by a phone leads %s to where they work or live', async (_, roles, went) => {
    const { open, phone, waitFor } = start((phone) =>
      serve(phone, {
        'POST /api/sessions/tickets': ticket,
        [`POST /api/sessions/tickets/${ticket.id}/session`]: {
          state: 'approved',
          session: aSession(aMe({ roles })),
        },
      }),
    )
    open('identity/pages/login')
    await waitFor(() => expect(phone.did).toEqual(went), { timeout: 60_000 })
  })

  test('asks the phone once more whoever is logged in, and leads back to where they were', async () => {
    const staff = aMe({ roles: [{ kind: 'staff', region: '320800', powers: ['admin'] }] })
    const { open, screen, phone, waitFor } = start((phone) => {
      loggedIn(staff)(phone)
      phone.params = { again: '1' }
      phone.stack = ['tabs/me/index', 'desk/pages/identity/roles/index', 'identity/pages/login/index']
      serve(phone, {
        'POST /api/sessions/tickets': ticket,
        [`POST /api/sessions/tickets/${ticket.id}/session`]: { state: 'approved', session: aSession(staff) },
      })
    })
    open('identity/pages/login')
    expect(await screen.findByText('4821')).toBeTruthy()
    expect(screen.getByText(/填的都还在/)).toBeTruthy()
    await waitFor(() => expect(phone.did).toEqual([expect.stringMatching(/^navigateBack/)]), {
      timeout: 60_000,
    })
  })

  test('offers no demo people unless it was built for them', async () => {
    const { open, screen, phone } = start((phone) => serve(phone, { 'POST /api/sessions/tickets': ticket }))
    open('identity/pages/login')
    await screen.findByText('4821')
    expect(screen.queryByText(/演示/)).toBeNull()
    expect(askedOf(phone)).toEqual(['POST /api/sessions/tickets'])
  })

  test('in a demonstration logs in as whoever is chosen, after the same consent', async () => {
    process.env.TARO_APP_DEMO = '1'
    const { open, screen, fireEvent, phone, waitFor } = start((phone) => {
      asAdult(phone)
      serve(phone, {
        'GET /stand-in/people': { people: [{ key: 'citizen-1', name: '林阿姨', about: '市民' }] },
        'POST /stand-in/codes': { code: 'demo-code' },
        'POST /api/sessions': aSession(),
      })
    })
    open('identity/pages/login')
    fireEvent.click(await screen.findByRole('button', { name: /林阿姨/ }))
    expect(screen.getByText(/先看过说明/)).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox'))
    fireEvent.click(screen.getByRole('button', { name: /林阿姨/ }))
    await waitFor(() => expect(phone.did).toEqual(['switchTab /tabs/me/index']))
    expect(phone.sent.map(({ data }) => data)).toContain('{"code":"demo-code"}')
    expect(phone.storage.get('fuyi.session')).toContain('access-1')
  })
})

describe('approving a login on another screen', () => {
  const id = '0123456789abcdefghjk'
  const path = `/api/sessions/tickets/${id}`

  const asker = { device: { system: 'Windows', browser: 'Edge' }, city: 'Huaian', age: 20, expiresIn: 160 }

  /** On the phone, with that code typed. */
  function approving(answers: Parameters<typeof serve>[1]) {
    const at = start((phone) => {
      loggedIn()(phone)
      serve(phone, answers)
    })
    at.open('identity/pages/approve')
    at.fireEvent.change(at.screen.getByRole('textbox'), { target: { value: id } })
    at.fireEvent.click(at.screen.getByRole('button', { name: '下一步' }))
    return at
  }
  const typeDigits = async ({ screen, fireEvent }: ReturnType<typeof approving>, digits: string) =>
    fireEvent.change(await screen.findByRole('textbox', { name: /四位数字/ }), { target: { value: digits } })

  test('tells who asks, and allows once the digits of that screen are typed', async () => {
    const at = approving({ [`GET ${path}`]: asker, [`POST ${path}`]: { ok: true } })
    const { screen, fireEvent, phone } = at
    expect(await screen.findByText('Windows 电脑 · Edge')).toBeTruthy()
    expect(screen.getByText(/Huaian/)).toBeTruthy()
    expect(screen.getByText(/20 秒前/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '允许登录' }))
    expect(askedOf(phone)).toEqual([`GET ${path}`])
    await typeDigits(at, '4821')
    fireEvent.click(screen.getByRole('button', { name: '允许登录' }))
    expect(await screen.findByText('已经允许')).toBeTruthy()
    expect(askedOf(phone)).toEqual([`GET ${path}`, `POST ${path}`])
    expect(phone.sent.at(-1)?.data).toBe('{"digits":"4821"}')
  })

  test('of what the desktop wants to do says what that is, and what confirming it means', async () => {
    const purpose = { kind: 'grant', role: 'staff', powers: ['gifts'], no: '3E8CA0HE' }
    const at = approving({ [`GET ${path}`]: { ...asker, purpose }, [`POST ${path}`]: { ok: true } })
    const { screen, fireEvent, phone } = at
    expect(await screen.findByText('授予“礼品与积分”给 3E8C A0HE')).toBeTruthy()
    expect(screen.getByText('Windows 电脑 · Edge')).toBeTruthy()
    expect(screen.getByText(/10 分钟内再做这一类的事不用再确认/)).toBeTruthy()
    expect(screen.queryByText(/登录电脑|允许登录/)).toBeNull()
    await typeDigits(at, '4821')
    fireEvent.click(screen.getByRole('button', { name: '确认' }))
    expect(await screen.findByText('已经确认')).toBeTruthy()
    expect(phone.sent.at(-1)?.data).toBe('{"digits":"4821"}')
  })

  test('of what it does not know says that it needs confirming', async () => {
    const purpose = { kind: 'close-the-city', adcode: '320800' }
    const { screen, fireEvent } = approving({ [`GET ${path}`]: { ...asker, purpose } })
    expect(await screen.findByText('一次需要确认的操作')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /不确认/ }))
    expect(screen.getByText('没有确认')).toBeTruthy()
  })

  test('says whose phone it takes where somebody else is logged in on that desktop', async () => {
    const { screen } = approving({ [`GET ${path}`]: { problem: 'another-account' } })
    expect(await screen.findByText('电脑上登录的是另一个人')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /允许登录|^确认/ })).toBeNull()
  })

  test('says that the digits were wrong, and lets them be typed again', async () => {
    const at = approving({ [`GET ${path}`]: asker, [`POST ${path}`]: { problem: 'wrong-digits' } })
    await typeDigits(at, '1111')
    at.fireEvent.click(at.screen.getByRole('button', { name: '允许登录' }))
    expect(await at.screen.findByText(/^数字不对/)).toBeTruthy()
    expect(at.screen.getByRole('button', { name: '允许登录' })).toBeTruthy()
  })

  test('whoever did not ask themself has let nobody in', async () => {
    const { screen, fireEvent, phone } = approving({ [`GET ${path}`]: { ...asker, city: null } })
    fireEvent.click(await screen.findByRole('button', { name: /不允许/ }))
    expect(screen.getByText('没有允许')).toBeTruthy()
    expect(askedOf(phone)).toEqual([`GET ${path}`])
  })

  test('takes no code from a link: whoever sends one wants to be let in', () => {
    const { open, screen, phone } = start((phone) => {
      loggedIn()(phone)
      phone.params = { id, ticket: id, scene: id }
      serve(phone, { [`GET ${path}`]: asker })
    })
    open('identity/pages/approve')
    expect(screen.getByRole('button', { name: '下一步' })).toBeTruthy()
    expect(askedOf(phone)).toEqual([])
  })

  test('a code that is too old says what to do', async () => {
    const { screen } = approving({ [`GET ${path}`]: { problem: 'ticket-ended' } })
    expect(await screen.findByText('这个登录码已经失效')).toBeTruthy()
    expect(screen.getByRole('button', { name: '换一个登录码' })).toBeTruthy()
  })

  test('wants a login on this phone first', () => {
    const { open, screen, fireEvent, phone } = start()
    open('identity/pages/approve')
    fireEvent.click(screen.getByRole('button', { name: '登录' }))
    expect(phone.did).toEqual(['navigateTo /identity/pages/login/index'])
  })

  test('without a camera takes what is typed, and says what is wrong with it', () => {
    const { open, screen, fireEvent } = start(loggedIn())
    open('identity/pages/approve')
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '1234' } })
    fireEvent.click(screen.getByRole('button', { name: '下一步' }))
    expect(screen.getByText(/一共二十位/)).toBeTruthy()
  })
})

describe('my data', () => {
  const withPoints = anExport({
    points: [
      aHolding({
        orders: [{ id: '261122-0123456789', state: 'reserved', gift: { name: '折叠雨伞' } }],
      }),
    ],
  })

  function mine(answers: Parameters<typeof serve>[1] = {}) {
    const at = start((phone) => {
      loggedIn()(phone)
      serve(phone, { 'GET /api/me/export': withPoints, ...answers })
    })
    at.open('identity/pages/data')
    return at
  }

  test('shows what is held in words', async () => {
    const { screen } = mine()
    expect(await screen.findByText('8K3M 92QT')).toBeTruthy()
    expect(screen.getByText('o-of-this-program')).toBeTruthy()
    expect(screen.getByText(/680 积分/)).toBeTruthy()
    expect(screen.getByText('流水 2 条，兑换单 1 张，待领取 1 张')).toBeTruthy()
  })

  test('shows reports, adjustments, changes of roles and work as staff, each in words', async () => {
    const staff = { kind: 'staff', region: '320800', powers: ['gifts'] } as const
    const { screen } = mine({
      'GET /api/me/export': anExport({
        points: [
          aHolding({
            adjustments: [
              { points: 50, text: '补记上月走访', state: 'approved', proposedAt: '2026-11-20T02:00:00Z' },
            ],
          }),
        ],
        reports: [
          { place: '320800-32080290', fact: 'locked', note: '门口灯坏了', at: '2026-11-19T16:00:00Z' },
        ],
        roleChanges: {
          own: [
            {
              region: '320800',
              at: '2026-11-18T02:00:00Z',
              deed: 'granted',
              before: [],
              after: [{ ...staff, powers: ['gifts'] }],
            },
          ],
          made: [],
          more: false,
        },
        acts: {
          list: [
            { region: '320800', at: '2026-11-21T02:00:00Z', action: 'codes-read' },
            { of: 'a newer server' },
          ],
          more: true,
        },
      }),
    })
    expect(await screen.findByText('门口灯坏了')).toBeTruthy()
    expect(screen.getByText('补记上月走访')).toBeTruthy()
    expect(screen.getByText('给你开通身份')).toBeTruthy()
    expect(screen.getByText('你作为工作人员做过的事')).toBeTruthy()
    expect(screen.getByText('还有更早的')).toBeTruthy()
  })

  test('names the place of a report, or tells its number where it is not known here; the same twice is shown twice', async () => {
    const complained = jest.spyOn(console, 'error')
    const known = places[0]
    if (!known) throw new Error('no place')
    const report = { place: known.id, fact: 'locked', note: '门口灯坏了', at: '2026-11-19T16:00:00Z' }
    const { screen } = mine({
      'GET /api/me/export': anExport({ reports: [report, report, { ...report, place: '110100-7' }] }),
    })
    expect(await screen.findAllByText(new RegExp(`^${known.name}：`))).toHaveLength(2)
    expect(screen.getByText(/^编号 110100-7：/)).toBeTruthy()
    // A report keeps its day alone.
    expect(screen.getAllByText('11月20日')).toHaveLength(3)
    expect(complained).not.toHaveBeenCalled()
  })

  test('says of what the file is cut off from that the centre gives it out, of the rest that it is in the file', async () => {
    const act = { region: '320800', at: '2026-11-21T02:00:00Z', action: 'codes-read' }
    const reports = Array.from({ length: 11 }, (_, i) => ({
      ...{ place: '110100-7', fact: 'locked', note: null, at: `2026-11-${10 + i}T16:00:00Z` },
    }))
    const { screen } = mine({
      'GET /api/me/export': anExport({ reports, acts: { list: [act], more: true } }),
    })
    expect(await screen.findAllByText('还有更早的')).toHaveLength(2)
    expect(screen.getAllByText('在下面导出的文件里')).toHaveLength(1)
    expect(screen.getAllByText(/再早的请向市福彩中心要/)).toHaveLength(1)
  })

  test('is deleted in two steps, the first of which names what is lost', async () => {
    const { screen, fireEvent, phone } = mine({ 'DELETE /api/me': { ok: true } })
    fireEvent.click(await screen.findByRole('button', { name: '删除我的数据' }))
    expect(screen.getByText(/680 积分作废/)).toBeTruthy()
    expect(screen.getByText(/“折叠雨伞”还没有领/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '看清楚了，下一步' }))
    expect(askedOf(phone)).toEqual(['GET /api/me/export'])
    fireEvent.click(screen.getByRole('button', { name: '删除，不再恢复' }))
    expect(await screen.findByText('已经删除')).toBeTruthy()
    expect(phone.storage.has('fuyi.session')).toBe(false)
  })

  test('is kept when one thinks again', async () => {
    const { screen, fireEvent, phone } = mine()
    fireEvent.click(await screen.findByRole('button', { name: '删除我的数据' }))
    fireEvent.click(screen.getByRole('button', { name: '再想想' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(askedOf(phone)).toEqual(['GET /api/me/export'])
  })

  test('of a city’s last admin stays, and says what to do first', async () => {
    const { screen, fireEvent, phone } = mine({ 'DELETE /api/me': { problem: 'last-admin' } })
    fireEvent.click(await screen.findByRole('button', { name: '删除我的数据' }))
    fireEvent.click(screen.getByRole('button', { name: '看清楚了，下一步' }))
    fireEvent.click(screen.getByRole('button', { name: '删除，不再恢复' }))
    expect(await screen.findByText(/最后一位管理员/)).toBeTruthy()
    expect(phone.storage.has('fuyi.session')).toBe(true)
  })

  test('names the devices where one is logged in, and ends one of them after asking', async () => {
    const sessions = [
      {
        ...anExport().sessions[0],
        id: 's1',
        since: '2026-11-22T01:00:00Z',
        lastUsed: '2026-11-22T01:30:00Z',
        device: { system: 'iPhone', browser: '微信' },
        current: true,
      },
      {
        id: 's2',
        since: '2026-11-22T01:00:00Z',
        lastUsed: '2026-11-22T01:30:00Z',
        kind: 'desktop',
        device: { system: 'Windows', browser: 'Edge' },
        current: false,
      },
      { id: 's3', since: '2026-11-01T01:00:00Z', lastUsed: '2026-11-02T01:30:00Z' },
    ]
    const { screen, fireEvent, phone, waitFor } = mine({
      'GET /api/me/export': { ...withPoints, sessions },
      'DELETE /api/sessions/devices/s2': { ok: true },
    })
    expect(await screen.findByText('iPhone · 微信小程序（正在用）')).toBeTruthy()
    expect(screen.getByText('没有认出的设备')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /Windows 电脑 · Edge/ }))
    fireEvent.click(screen.getByRole('button', { name: '退出那台设备' }))
    await waitFor(() =>
      expect(askedOf(phone)).toEqual([
        'GET /api/me/export',
        'DELETE /api/sessions/devices/s2',
        'GET /api/me/export',
      ]),
    )
  })

  test('leaves this phone even where the server cannot be told', async () => {
    const { screen, fireEvent, phone, waitFor } = mine({
      'DELETE /api/sessions/current': () => {
        throw { errMsg: 'request:fail' }
      },
    })
    fireEvent.click(await screen.findByRole('button', { name: '退出这台设备' }))
    await waitFor(() => expect(phone.did).toEqual(['switchTab /tabs/me/index']), { timeout: 5000 })
    expect(phone.storage.has('fuyi.session')).toBe(false)
  })

  test('leaves everywhere after asking once more', async () => {
    const { screen, fireEvent, phone, waitFor } = mine({ 'DELETE /api/sessions': { ok: true } })
    fireEvent.click(await screen.findByRole('button', { name: '全部退出' }))
    const sheet = screen.getByRole('dialog')
    fireEvent.click(
      screen.getAllByRole('button', { name: '全部退出' }).find((one) => sheet.contains(one)) ?? sheet,
    )
    await waitFor(() => expect(phone.did).toEqual(['switchTab /tabs/me/index']))
    expect(phone.storage.has('fuyi.session')).toBe(false)
  })
})

describe('me', () => {
  const owner = { kind: 'owner' as const, region: '320800', outlets: ['320800-1'] }
  const staff = { kind: 'staff' as const, region: '320800', powers: ['gifts' as const] }

  test('a stranger finds the way in, and nobody’s orders', () => {
    const { open, screen, fireEvent, phone } = start()
    open('tabs/me')
    expect(screen.queryByText('我的兑换单')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '登录' }))
    expect(phone.did).toEqual(['navigateTo /identity/pages/login/index'])
  })

  test('a citizen has a number to read out, letter by letter, and no workplace', () => {
    const { open, screen } = start(loggedIn())
    open('tabs/me')
    expect(screen.getByLabelText('8 K 3 M，9 2 Q T')).toBeTruthy()
    expect(screen.queryByText('核销礼品')).toBeNull()
    expect(screen.queryByText('工作台')).toBeNull()
  })

  test('an owner finds the counter, staff the desk', async () => {
    const { open, screen, fireEvent, phone, act } = start(loggedIn(aMe({ roles: [owner, staff] })))
    open('tabs/me')
    for (const door of ['核销礼品', '核销记录', '打卡码', '工作台'])
      await act(async () => fireEvent.click(screen.getByRole('button', { name: new RegExp(door) })))
    expect(phone.did).toEqual([
      'navigateTo /counter/handover/index',
      'navigateTo /counter/handovers/index',
      'navigateTo /counter/code/index',
      'navigateTo /desk/home/index',
    ])
  })

  test('a role that was granted meanwhile is there without logging in again', async () => {
    const { open, screen } = start((phone) => {
      loggedIn()(phone)
      serve(phone, { 'GET /api/me': aMe({ roles: [owner] }) })
    })
    open('tabs/me')
    expect(await screen.findByText('核销礼品')).toBeTruthy()
  })

  test('a session that the server has ended says so, and keeps what is on the phone', async () => {
    const { open, screen, phone } = start((phone) => {
      loggedIn()(phone)
      phone.storage.set('fuyi.favourites', '{"v":1,"value":["320800-3"]}')
      serve(phone, {
        'GET /api/me': { problem: 'unauthenticated' },
        'POST /api/sessions/refresh': { problem: 'session-ended' },
      })
    })
    open('tabs/me')
    expect(await screen.findByRole('button', { name: '重新登录' })).toBeTruthy()
    expect(phone.storage.has('fuyi.session')).toBe(false)
    expect(phone.storage.has('fuyi.favourites')).toBe(true)
  })

  test('a new version of a text is shown until it is agreed to', async () => {
    const old = aMe({ consents: [{ text: 'points', version: '2026-11', at: '2026-11-01T00:00:00Z' }] })
    const { open, screen, fireEvent, phone, waitFor } = start((phone) => {
      loggedIn(old)(phone)
      serve(phone, { 'GET /api/me': old, 'POST /api/me/consents': aMe() })
    })
    open('tabs/me')
    fireEvent.click(screen.getByRole('button', { name: '看《隐私说明》' }))
    expect(phone.did).toEqual(['navigateTo /about/privacy/index'])
    fireEvent.click(screen.getByRole('button', { name: '同意' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: '同意' })).toBeNull())
    expect(screen.getByText('我的编号')).toBeTruthy()
    expect(phone.sent.map(({ data }) => data)).toContain(
      `{"text":"privacy","version":"${consentTexts.privacy}"}`,
    )
  })
})

describe('being of age', () => {
  function told(prepare: (phone: typeof Phone) => void) {
    const at = start(prepare)
    const { syncAgeAnswer }: typeof import('@/shared/age-answer') = require('@/shared/age-answer')
    syncAgeAnswer()
    return at
  }

  test('what was said on this phone is told to the server once one is known there', async () => {
    const { phone, waitFor } = told((phone) => {
      loggedIn(aMe({ age: null }))(phone)
      serve(phone, { 'POST /api/me/age': aMe({ age: 'adult' }) })
    })
    await waitFor(() => expect(phone.storage.get('fuyi.session')).toContain('"age":"adult"'))
    // A new token is asked for after it; the answer itself is told once.
    expect(askedOf(phone).filter((asked) => asked.includes('/api/me'))).toEqual(['POST /api/me/age'])
    expect(phone.sent[0]?.data).toBe('{"age":"adult"}')
  })

  test('what was said on another phone is not asked again', () => {
    const { phone } = told((phone) => keepSession(phone, aMe({ age: 'minor' })))
    expect(phone.storage.get('fuyi.age')).toContain('minor')
    expect(phone.sent).toEqual([])
  })

  test('a stranger’s answer stays on the phone', () => {
    const { phone } = told(asAdult)
    expect(phone.sent).toEqual([])
  })
})

describe('whoever is logged in', () => {
  test('is not told to the server where places are read', async () => {
    const { open, screen, phone } = start(loggedIn())
    open('tabs/home')
    await screen.findByRole('button', { name: '去那里：水渡口福彩站' })
    const reading = phone.sent.filter(({ url }) => url.startsWith('/api/regions'))
    expect(reading.length).toBeGreaterThan(1)
    for (const { header } of reading) expect(Object.keys(header ?? {})).not.toContain('authorization')
  })
})
