/** Staff set what things earn in their city. */
import type { Failure } from '../../../shared/http/problems'
import type { HandlerOf } from '../../../shared/http/router'
import { err, ok, type Result } from '../../../shared/result'
import { earningRules, type RulesOfCity } from '../../contract'
import type { pointsOperations } from '../../operations'
import type { ruleDesk } from '../../service/rules'

type Dependencies = { rules: ReturnType<typeof ruleDesk> }
type Operations = typeof pointsOperations

export const handleStaffRules =
  ({ rules }: Dependencies): HandlerOf<Operations['staffRules']> =>
  async ({ params: { region } }) =>
    ok({ json: await rules.readRulesNow(region) })

/** A rule that begins after its end would never be in force, and days in a row mean nothing but for the check-in. */
export const validateRules = ({ rules }: Pick<RulesOfCity, 'rules'>): Result<null, Failure<never>> => {
  const errors = earningRules.flatMap((id) => {
    const { from, until, streak } = rules[id]
    return [
      ...(from !== null && until !== null && from > until
        ? [{ field: `rules.${id}.until`, message: 'must not be before from' }]
        : []),
      ...(streak !== null && id !== 'check-in'
        ? [{ field: `rules.${id}.streak`, message: 'only with check-in' }]
        : []),
    ]
  })
  return errors.length === 0 ? ok(null) : err({ code: 'invalid-request', errors })
}
