import type { Failure } from '@/shared/api/failure'
import { Notice } from '@/shared/components/screen'
import { isUnreachable } from '@/shared/messages'
import { useIsOffline } from '@/shared/platform/offline-state'
import { noticeText } from '@/shared/time/ago'
import { useNow } from '@/shared/time/clock'
import { useCity } from '..'

/** WeChat draws the bar on top of all but tab pages itself: what ours says there is said here. */
const drawsBar = process.env.TARO_ENV !== 'weapp'

/**
 * One quiet line where there is something to say: offline and how old, demonstration data. Where the bar on top is ours, as on a tab
 * page (`tab`), that says the latter (DemoMark). `of`: what the page shows where that is not the city's places: when it was read (ms;
 * null: not yet), and why it was not read anew.
 */
export function CityNotice({
  tab = false,
  of,
}: {
  tab?: boolean
  of?: { readAt: number | null; failure: Failure | null }
}) {
  const city = useCity()
  const now = useNow()
  const isLost = useIsOffline()
  const ready = city.status === 'ready' ? city : null
  const offline = isLost || ready?.offline === true || (of?.failure ? isUnreachable(of.failure) : false)
  const readAt = of ? of.readAt : (ready?.checkedAt ?? null)
  const age = readAt === null ? null : now - readAt
  const isMarked = (tab || drawsBar) && !isLost && ready?.offline !== true
  const text = noticeText({ demo: ready?.region.demo === true && !isMarked, offline, age })
  return text === null ? null : <Notice tone={offline ? 'doubt' : 'plain'}>{text}</Notice>
}
