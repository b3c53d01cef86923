/** The earning rules of a city, all in one item: they are judged together, so they change together. */
import { parseItem, type Table, type Write } from '../../shared/aws/table'
import * as z from '../../shared/zod'
import { earningRuleIdSchema, earningRuleSchema, limitsSchema, type RulesOfCity } from '../contract'
import { defaultRules } from '../rules/default-rules'
import { rulesKey } from './keys'

/** Strict, unlike the response: what no build has written is a fault to be found. */
const rulesItemSchema = z.object({
  rules: z.record(earningRuleIdSchema, earningRuleSchema),
  limits: limitsSchema,
  version: z.int(),
})

const cacheMs = 3_000

export const rulesReader = (table: Table, clock: () => number) => {
  const seen = new Map<string, { at: number; rules: RulesOfCity }>()

  const readRulesNow = async (region: string): Promise<RulesOfCity> => {
    const item = await table.get(rulesKey(region), { consistent: true })
    const rules = item ? parseItem(rulesItemSchema, item) : defaultRules
    seen.set(region, { at: clock(), rules })
    return rules
  }

  return {
    readRulesNow,

    /** At most three seconds old: read for every point that is earned, changed once a season. */
    async readRules(region: string): Promise<RulesOfCity> {
      const known = seen.get(region)
      return known && clock() - known.at < cacheMs ? known.rules : readRulesNow(region)
    },
  }
}

/** Refused where somebody has changed them since the version that `rules` were made from. */
export const putRules = (table: Table, region: string, rules: RulesOfCity): Write =>
  table.put(
    { ...rulesKey(region), ...rules, version: rules.version + 1 },
    rules.version === 0
      ? { ConditionExpression: 'attribute_not_exists(PK)' }
      : {
          ConditionExpression: '#version = :read',
          names: { '#version': 'version' },
          values: { ':read': rules.version },
        },
  )
