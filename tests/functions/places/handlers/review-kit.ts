import { recordReader } from '../../../../functions/audit/store/reads'
import type { Role } from '../../../../functions/identity/contract'
import {
  openReportsResponseSchema,
  placeResponseSchema,
  type ReportRequest,
  reportDecisionSchema,
  reportResponseSchema,
} from '../../../../functions/places/contract'
import { createPoints } from '../../../../functions/points'
import { problemSchema } from '../../../../functions/shared/contract'
import * as z from '../../../../functions/shared/zod'
import type { TestDatabase } from '../../../support/engine/engine'
import { buildPlace } from '../../../support/samples/places'
import { dataOn } from '../../../support/worlds/context'
import { personNamed } from '../../../support/worlds/sessions'
import { createWorld, type World, type WorldOptions } from '../../../support/worlds/world'
/** A place of which something is reported, its reporters, and the staff who decide on it. */
export const id = '320800-32080290'
export const lin = personNamed('lin')
export const zhou = personNamed('zhou')
export const staff = personNamed('staff')
export const colleague = personNamed('colleague')
export const reviewer: Role = { kind: 'staff', region: '320800', powers: ['review'] }
export type Verdict = { accept: boolean; settled: boolean }
export const accepted: Verdict = { accept: true, settled: false }

export const reviewKit = (database: TestDatabase) => {
  const worldWith = async (options: WorldOptions = {}) => {
    const world = createWorld(database, options)
    await world.load([buildPlace({ amenities: [{ amenity: 'water', verifiedOn: null }] })])
    return world
  }

  let sources = 0
  const report = async (world: World, who: string | null, body: ReportRequest, roles: Role[] = []) => {
    const headers = who === null ? {} : world.sessions.as(who, roles)
    sources++
    const sourceIp = `198.51.100.${sources % 250}`
    const answer = await world.post(`/api/places/${id}/reports`, body, { headers, sourceIp })
    return answer.status === 200
      ? z.parse(reportResponseSchema, answer.json())
      : z.parse(problemSchema, answer.json()).code
  }
  const listOf = async (world: World, who = staff) => {
    const answer = await world.get('/api/staff/reports?region=320800', world.sessions.as(who, [reviewer]))
    return z.parse(openReportsResponseSchema, answer.json()).reports
  }
  const firstOf = async (world: World) => (await listOf(world))[0]?.id ?? 'none'
  const decide = async (
    world: World,
    report: string,
    verdict: Verdict,
    who = staff,
    roles: Role[] = [reviewer],
  ) => {
    const headers = world.sessions.as(who, roles)
    const answer = await world.post(`/api/staff/reports/${report}/decision`, verdict, { headers })
    return answer.status === 200
      ? z.parse(reportDecisionSchema, answer.json())
      : z.parse(problemSchema, answer.json()).code
  }
  const balanceOf = async (person: string) =>
    (
      await createPoints(dataOn(database)).service.readAccount(
        { person, region: '320800' },
        { consistent: true },
      )
    ).balance
  /** What auditors of the city read, newest first. */
  const recordOf = async () => {
    const { ofMonth } = recordReader(database.tableOf('audit'))
    return (await ofMonth('320800', '2026-11', null, 50)).records
  }
  const doubtsOf = async (world: World) =>
    z.parse(placeResponseSchema, (await world.get(`/api/places/${id}`)).json()).doubts

  return { worldWith, report, listOf, firstOf, decide, balanceOf, recordOf, doubtsOf }
}
