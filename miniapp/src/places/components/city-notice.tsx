import { Notice } from '@/shared/components/screen'
import { useCity } from '../city'
import { useNow } from '../clock'
import { noticeText } from '../view'

/** One quiet line where there is something to say: offline and how old, demonstration data. */
export function CityNotice() {
  const city = useCity()
  const now = useNow()
  if (city.status !== 'ready') return null
  const text = noticeText({ demo: city.region.demo, offline: city.offline, age: now - city.checkedAt })
  return text === null ? null : <Notice tone={city.offline ? 'doubt' : 'plain'}>{text}</Notice>
}
