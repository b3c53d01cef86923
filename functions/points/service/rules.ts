/** Changing a city's rules, with the record of who did. */

import { changesOf } from '../../audit/fragments'
import type { Table, Write } from '../../shared/aws/table'
import { err, ok, type Result } from '../../shared/result'
import { earningRules, type RulesOfCity } from '../contract'
import { putRules, type rulesReader } from '../store/rules'
import type { PointsAudit } from './audit'

type Rules = Pick<ReturnType<typeof rulesReader>, 'readRulesNow'>

export const ruleDesk = (table: Table, { readRulesNow }: Rules, audit: PointsAudit) => ({
  readRulesNow,

  /** In force at once, elsewhere within seconds. `after.version`: the one they were made from; `also` is written with it. */
  async changeRules(
    region: string,
    after: RulesOfCity,
    by: string,
    also: Write[] = [],
  ): Promise<Result<RulesOfCity, 'edited-meanwhile'>> {
    const before = await readRulesNow(region)
    if (before.version !== after.version) return err('edited-meanwhile')
    const changes = changesOf(byName(before), byName(after))
    const written = await table.transact([
      putRules(table, region, after),
      ...audit.writes({ region, by, action: 'rules-changed', subject: region, changes }),
      ...also,
    ])
    // Read again, so that this function at least goes by them from here on.
    return written.ok ? ok(await readRulesNow(region)) : err('edited-meanwhile')
  },
})

const byName = ({ rules, limits }: RulesOfCity) => ({
  ...Object.fromEntries(earningRules.map((id) => [id, rules[id]])),
  ...limits,
})
