/** Numbers that lead to a person are refused wherever somebody writes freely, and nothing of it is stored. */
import type { DomainName } from '../../../functions/domains'
import { giftFields } from '../../support/stage/scene'
import type { Somebody } from '../../support/stage/stage'
import { city, outlets } from '../../support/worlds/points-world'
import { setUp, withEveryTable, withWeChat } from './kit'

const database = withEveryTable()
const wechat = withWeChat()

const mobile = '138 0013 8000'
const landline = '0517-83901234'
const card = '6222 0200 0000 0000 000'
const idNumber = '11010519491231002X'

describe('free text', () => {
  it('with a number that leads to a person is refused where it is written, by the field and without the number', async () => {
    const { stage, lin, scene } = await setUp(database, wechat)
    const { chief, guest, second } = scene
    const ask = async (
      who: Somebody,
      [domain, method, target]: [DomainName, string, string],
      body: unknown,
    ) => {
      const headers = {
        authorization: `Bearer ${who.session.access}`,
        'content-type': 'application/json',
        'idempotency-key': stage.key(),
      }
      const answer = await stage.call(domain, method, target, { headers, body })
      const { code, errors } = JSON.parse(answer.bytes.toString())
      return { status: answer.status, code, fields: errors?.map(({ field }: { field: string }) => field) }
    }
    const refusedAt = (...fields: string[]) => ({ status: 422, code: 'personal-number', fields })
    const writes = stage.writes.length

    const reports: [DomainName, string, string] = ['places', 'POST', `/api/places/${outlets.first}/reports`]
    for (const note of [`打${mobile}找我`, landline, card, idNumber])
      expect(await ask(lin, reports, { fact: 'locked', note })).toEqual(refusedAt('note'))

    const adjustments: [DomainName, string, string] = ['points', 'POST', '/api/staff/adjustments']
    const person = guest.session.me.id
    expect(
      await ask(chief, adjustments, { region: city, person, points: 5, text: `身份证${idNumber}` }),
    ).toEqual(refusedAt('text'))
    const proposals: [DomainName, string, string] = ['points', 'POST', '/api/staff/proposals']
    const request = { region: city, label: mobile, count: 1, points: 1, until: '2036-12-31' }
    expect(await ask(chief, proposals, { operation: 'createBatch', request })).toEqual(
      refusedAt('request.label'),
    )
    const gifts: [DomainName, string, string] = ['points', 'POST', '/api/staff/gifts']
    expect(await ask(chief, gifts, { region: city, ...giftFields, name: mobile, about: card })).toEqual(
      refusedAt('name', 'about'),
    )
    const naming: [DomainName, string, string] = ['identity', 'PUT', `/api/staff/persons/${person}/name`]
    expect(await ask(chief, naming, { region: city, name: '13800138000' })).toEqual(refusedAt('name'))
    expect(stage.writes.slice(writes)).toEqual([])

    const { id } = await scene.proposeBatch()
    const why = `打${mobile}问`
    expect(
      await ask(second, ['points', 'POST', `/api/staff/proposals/${id}/decision`], { approve: false, why }),
    ).toEqual(refusedAt('why'))
    // The telephone of an outlet belongs into what a gift says of itself: the form asks.
    expect(
      (await ask(chief, gifts, { region: city, ...giftFields, about: `到店前请打${landline}` })).status,
    ).toBe(200)
    // Other errors of the request are listed as usual.
    expect(await ask(lin, reports, { fact: 'nothing', note: mobile })).toMatchObject({
      code: 'invalid-request',
    })
    for (const line of stage.logged)
      for (const one of [mobile, card, idNumber]) expect(line).not.toContain(one)
  })
})
