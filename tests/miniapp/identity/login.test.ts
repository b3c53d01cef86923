/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * Logging in, and letting another screen in, as a person meets them.
 */
import { consentTexts } from '@contract/identity'
import type { ComponentType } from 'react'
import { start } from '../shell/start'
import type { phone as Phone } from '../support/taro'
import { aMe, aSession, asAdult, askedOf, loggedIn, serve } from './builders'

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

  test('says since when the account is being deleted, and that a later login is a new person', async () => {
    const { screen, fireEvent, phone, onIn } = wechat((phone) => {
      asAdult(phone)
      serve(phone, { 'POST /api/sessions': { problem: 'login-busy', about: { at: '2026-11-22T01:58:00Z' } } })
    })
    fireEvent.click(screen.getByRole('checkbox'))
    fireEvent.click(screen.getByRole('button', { name: '微信登录' }))
    expect((await screen.findByRole('alert')).textContent).toMatch(
      /这个账号正在删除。.*删完再登录，就是一个新的人/,
    )
    expect(screen.queryByText(/微信登录正在忙/)).toBeNull()
    expect(onIn).not.toHaveBeenCalled()
    expect(phone.storage.has('fuyi.session')).toBe(false)
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
