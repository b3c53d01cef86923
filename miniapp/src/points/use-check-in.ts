import { dayOf } from '@common/day'
import * as endpoints from '@functions/points/endpoints/account'
import { useEffect } from 'react'
import { call } from '@/shared/api/request'
import { session, useMe } from '@/shared/session/session'
import { useStore } from '@/shared/storage/store'
import { useNow } from '@/shared/time/clock'
import { type CheckIn, createCheckIns } from './check-in'
import { afterEarning } from './stores'

const checkIns = createCheckIns({
  send: (region) => call(endpoints.checkIn, { body: { region } }),
  earned(earned) {
    const { me } = session.get()
    if (me) afterEarning(me.id, earned)
  },
})

/** Today's check-in of the person logged in. */
export function useCheckIn(region: string): { checkIn: CheckIn; press: () => void } {
  const checkIn = useStore(checkIns)
  const person = useMe()?.id
  const today = dayOf(useNow())
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person, city or day begins anew
  useEffect(() => checkIns.reset, [person, region, today])
  return { checkIn, press: () => void checkIns.press(region) }
}
