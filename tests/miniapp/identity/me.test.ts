/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * Being known, what is held of one, and leaving, as a person meets them.
 */
import { consentTexts } from '@contract/identity'
import { places, start } from '../shell/start'
import type { phone as Phone } from '../support/taro'
import { aHolding, aMe, anExport, asAdult, askedOf, keepSession, loggedIn, serve } from './builders'

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
            { region: '320800', at: '2026-11-21T02:00:00Z', action: 'codes-read', name: '查看积分码' },
            { region: '320800', at: '2026-11-20T02:00:00Z', action: 'of-a-newer-server' },
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
    expect(screen.getByText('查看积分码')).toBeTruthy()
    expect(screen.getByText('其他')).toBeTruthy()
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

  test('whose deletion got no answer may be under way: the sheet says so, and offers no way back that is none', async () => {
    const { screen, fireEvent } = mine({ 'DELETE /api/me': { problem: 'unavailable' } })
    fireEvent.click(await screen.findByRole('button', { name: '删除我的数据' }))
    fireEvent.click(screen.getByRole('button', { name: '看清楚了，下一步' }))
    fireEvent.click(screen.getByRole('button', { name: '删除，不再恢复' }))
    expect(await screen.findByText(/删除可能已经开始，开始了就不会停/)).toBeTruthy()
    expect(screen.queryByText(/服务正在忙/)).toBeNull()
    expect(screen.queryByRole('button', { name: '再想想' })).toBeNull()
    expect(screen.getByRole('button', { name: '接着删除' })).toBeTruthy()
    expect(screen.getByRole('button', { name: '关闭，不等了' })).toBeTruthy()
  })

  test('is left when one waits no longer: it is being deleted, on every page that would offer the login', async () => {
    const { screen, fireEvent, phone, open } = mine({ 'DELETE /api/me': { problem: 'unavailable' } })
    fireEvent.click(await screen.findByRole('button', { name: '删除我的数据' }))
    fireEvent.click(screen.getByRole('button', { name: '看清楚了，下一步' }))
    fireEvent.click(screen.getByRole('button', { name: '删除，不再恢复' }))
    fireEvent.click(await screen.findByRole('button', { name: '关闭，不等了' }))
    expect(await screen.findByText('正在删除你的数据')).toBeTruthy()
    expect(phone.storage.has('fuyi.session')).toBe(false)
    for (const page of ['tabs/me', 'tabs/points', 'identity/pages/login'] as const) {
      open(page)
      expect((await screen.findAllByText(/^正在删除你的数据，一般几分钟/)).length).toBeGreaterThan(0)
    }
    expect(screen.queryByText(/写的内容都还在|积分都还在|积分和兑换单都还在|登录已经/)).toBeNull()
  })

  test('whose session ends while it is deleted does not read that everything is still there', async () => {
    let hasBegun = false
    const { screen, fireEvent } = mine({
      'DELETE /api/me': () => ({ problem: hasBegun ? 'unauthenticated' : 'unavailable' }),
      'POST /api/sessions/refresh': { problem: 'session-ended' },
    })
    fireEvent.click(await screen.findByRole('button', { name: '删除我的数据' }))
    fireEvent.click(screen.getByRole('button', { name: '看清楚了，下一步' }))
    fireEvent.click(screen.getByRole('button', { name: '删除，不再恢复' }))
    await screen.findByText(/删除可能已经开始/)
    hasBegun = true
    fireEvent.click(screen.getByRole('button', { name: '接着删除' }))
    expect(await screen.findByText('正在删除你的数据')).toBeTruthy()
    expect(screen.queryByText(/都还在/)).toBeNull()
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

  test('leaves this phone even where the server cannot be reached', async () => {
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
  function setUpAge(prepare: (phone: typeof Phone) => void) {
    const at = start(prepare)
    const {
      syncAgeAnswer,
    }: typeof import('@/shared/session/age-answer') = require('@/shared/session/age-answer')
    syncAgeAnswer()
    return at
  }

  test('what was said on this phone is sent to the server once the person is logged in', async () => {
    const { phone, waitFor } = setUpAge((phone) => {
      loggedIn(aMe({ age: null }))(phone)
      serve(phone, { 'POST /api/me/age': aMe({ age: 'adult' }) })
    })
    await waitFor(() => expect(phone.storage.get('fuyi.session')).toContain('"age":"adult"'))
    // A new token is requested after it; the answer itself is sent once.
    expect(askedOf(phone).filter((asked) => asked.includes('/api/me'))).toEqual(['POST /api/me/age'])
    expect(phone.sent[0]?.data).toBe('{"age":"adult"}')
  })

  test('what was said on another phone is not asked again', () => {
    const { phone } = setUpAge((phone) => keepSession(phone, aMe({ age: 'minor' })))
    expect(phone.storage.get('fuyi.age')).toContain('minor')
    expect(phone.sent).toEqual([])
  })

  test('a stranger’s answer stays on the phone', () => {
    const { phone } = setUpAge(asAdult)
    expect(phone.sent).toEqual([])
  })
})

describe('whoever is logged in', () => {
  test('is not sent to the server where places are read', async () => {
    const { open, screen, phone } = start(loggedIn())
    open('tabs/home')
    await screen.findByRole('button', { name: '去那里：水渡口福彩站' })
    const reading = phone.sent.filter(({ url }) => url.startsWith('/api/regions'))
    expect(reading.length).toBeGreaterThan(1)
    for (const { header } of reading) expect(Object.keys(header ?? {})).not.toContain('authorization')
  })
})
