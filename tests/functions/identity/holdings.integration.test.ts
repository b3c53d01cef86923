/** Identity and points together: one person's points are shown with everything else, and close when the person goes. */
import { exportResponseSchema } from '../../../functions/identity/contract'
import { awards, holdings } from '../../../functions/points/fragments'
import { pointsPersonalData } from '../../../functions/points/personal-data'
import * as z from '../../../functions/shared/zod'
import { withDomain } from '../../support/engine/domain-engine'
import { createIdentityWorld } from '../../support/worlds/identity'
import { startWeChat, type WeChatServer } from '../../support/worlds/wechat'

const database = withDomain('identity')
let wechat: WeChatServer
beforeEach(async () => {
  wechat = await startWeChat()
})
afterEach(() => wechat.stop())

const openid = 'oLin-0001-abc'
const setUp = async () => {
  const time = { now: Date.parse('2036-11-18T10:00:00+08:00') }
  const clock = () => time.now
  const points = database.tableOf('points')
  const world = createIdentityWorld(database, wechat, {
    exported: pointsPersonalData.export({ tableOf: database.tableOf, clock }),
    erasers: new Map([['points', pointsPersonalData.erase({ tableOf: database.tableOf, clock })]]),
  })
  const lin = await world.login(openid)
  const earn = (person: string, region: string, subject: string) =>
    awards(points, { clock }).transactWithAward([], {
      person,
      region,
      subject,
      rule: 'event',
      reason: { type: 'event', subject, label: '社区健步走' },
      at: clock(),
    })
  return { ...world, lin, earn, points: holdings({ points, audit: database.tableOf('audit') }, { clock }) }
}

describe('a person with points', () => {
  it('is shown every entry of every city, and nobody else’s', async () => {
    const { lin, login, as, earn } = await setUp()
    const zhou = await login('oZhou-0002-abc')
    await earn(lin.me.id, '320800', 'walk')
    await earn(lin.me.id, '371600', 'fair')
    await earn(zhou.me.id, '320800', 'walk')
    const exported = z.parse(exportResponseSchema, (await as(lin, 'GET', '/api/me/export')).json())
    expect(exported.points).toEqual([
      expect.objectContaining({
        region: '320800',
        balance: 20,
        entries: [expect.objectContaining({ points: 20 })],
      }),
      expect.objectContaining({
        region: '371600',
        balance: 20,
        entries: [expect.objectContaining({ points: 20 })],
      }),
    ])
    expect(JSON.stringify(exported)).not.toContain(zhou.me.id)
  })

  it('who leaves keeps entries that sum to zero and lead to nobody', async () => {
    const { lin, login, as, earn, points } = await setUp()
    await earn(lin.me.id, '320800', 'walk')
    expect((await as(lin, 'DELETE', '/api/me')).json()).toEqual({ ok: true })

    const [left] = await points.of(lin.me.id)
    expect(left).toMatchObject({ region: '320800', isClosed: true, balance: 0 })
    expect(await earn(lin.me.id, '320800', 'fair')).toMatchObject({
      ok: false,
      error: { award: 'account-closed' },
    })
    const ledger = JSON.stringify(await database.scan('points'))
    for (const trace of [openid, lin.me.no]) expect(ledger).not.toContain(trace)
    expect(JSON.stringify(await database.scan('identity'))).not.toContain(lin.me.id)

    const repeated = await login(openid)
    const exported = z.parse(exportResponseSchema, (await as(repeated, 'GET', '/api/me/export')).json())
    expect(exported.points).toEqual([])
  })
})
