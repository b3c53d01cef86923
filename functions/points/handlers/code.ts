/** Earning by a printed code. */

import type { Lockouts } from '../../shared/access/lockout'
import type { Log } from '../../shared/aws/logger'
import { minuteMs } from '../../shared/day'
import type { HandlerOf } from '../../shared/http/router'
import { err, ok } from '../../shared/result'
import type { pointsOperations } from '../operations'
import { readCode } from '../rules/code'
import type { codeService } from '../service/code/codes'
import { failureOf, lockedOut } from './failures'

type Dependencies = {
  codes: ReturnType<typeof codeService>
  tries: Lockouts
  secret: () => Promise<string>
  clock: () => number
  log: Log
}

const wrongCodes = { limit: 10, spanMs: 60 * minuteMs }

export const handleRedeemCode =
  ({ codes, tries, secret, clock, log }: Dependencies): HandlerOf<(typeof pointsOperations)['redeemCode']> =>
  async ({ session: { person, minor }, body, origin }) => {
    if (minor) return err(failureOf('under-age'))
    const code = readCode(body.code)
    // A slip of the finger: the check character tells, and whoever guesses has had no look at anything.
    if (code === null) return err({ code: 'code-wrong' })
    const begun = await tries.begin({ what: 'code', who: person, ...wrongCodes })
    if (!begun.ok) return err(lockedOut(begun.error.retryAfter))
    const used = await codes.redeem({ code, person, at: clock() }, await secret())
    if (used.ok || used.error !== 'code-wrong') await tries.forgive(begun.value)
    else if (await tries.wrong(begun.value)) log('code-tries-locked', { requestId: origin.requestId })
    if (!used.ok) return err(failureOf(used.error))
    const { soonAfterReading: batch, ...response } = used.value
    if (batch !== null) log('fresh-code-used', { requestId: origin.requestId, batch })
    return ok({ json: response })
  }
