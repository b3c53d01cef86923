/** Reports that wait for staff: a page costs the same, however many wait and however many were decided. */
import { openReportsResponseSchema } from '../../../../functions/places/contract'
import { decidedReportKey, openReportKey } from '../../../../functions/places/store/keys'
import { secondsOf } from '../../../../functions/shared/aws/table'
import * as z from '../../../../functions/shared/zod'
import { meter } from '../../../bench/meter'
import { withDomain } from '../../../support/engine/domain-engine'
import { city, outlets } from '../../../support/worlds/points-world'
import { setUp, withWeChat } from '../../security/kit'

const database = withDomain('places', 'points')
const wechat = withWeChat()

it('of 5,000 open and 2,000 decided ones a page of fifteen costs two read units, and half a one for each place', async () => {
  const client = database.client()
  const counted = meter(client)
  const { stage, scene } = await setUp(database, wechat, { client })
  const idAt = (i: number) => `${city}-${stage.time.now - 10_000 + i}-0123456789`
  const decision = { accept: false, settled: false, at: '2036-11-18T02:00:00.000Z', by: 'x', award: 'none' }
  const table = database.tableOf('places')
  const all = Array.from({ length: 7_000 }, (_, i) => {
    const isOpen = i % 7 < 5
    const id = idAt(i)
    const about = { id, placeId: outlets.first, fact: 'locked', at: '2036-11-17T16:00:00.000Z' }
    const rest = {
      expiresAt: secondsOf(stage.time.now) + 86_400,
      ...(isOpen ? { note: '门锁着' } : { decision }),
    }
    return table.put({ ...(isOpen ? openReportKey(id) : decidedReportKey(id)), ...about, ...rest })
  })
  for (let from = 0; from < all.length; from += 100) await table.transact(all.slice(from, from + 100))
  const read = async (cursor: string) => {
    const headers = { authorization: `Bearer ${scene.chief.session.access}` }
    counted.take()
    const path = `/api/staff/reports?region=${city}${cursor && `&cursor=${cursor}`}`
    const answer = await stage.call('places', 'GET', path, { headers })
    return { page: z.parse(openReportsResponseSchema, answer.json()), units: counted.take().readUnits }
  }
  const first = await read('')
  const second = await read(first.page.cursor ?? '')
  expect(first.page.reports.map(({ id }) => id)).toEqual(
    [0, 1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 15, 16, 17, 18].map(idAt),
  )
  expect(first.page.more).toBe(true)
  expect(second.page.reports[0]?.id).toBe(idAt(21))
  // The mark that says whether the session is revoked, and one place.
  for (const { units } of [first, second]) expect(units).toBeLessThanOrEqual(2 + 1 + 0.5)
})
