import { Notice } from '@/shared/components/screen'
import { useCity } from '../city'
import { useNow } from '../clock'
import { noticeText } from '../view'

/**
 * One quiet line where there is something to say: offline and how old, demonstration data. On a tab page (`tab`) the
 * city's picker says the latter.
 */
export function CityNotice({ tab = false }: { tab?: boolean }) {
  const city = useCity()
  const now = useNow()
  if (city.status !== 'ready' || (tab && !city.offline)) return null
  const text = noticeText({ demo: city.region.demo, offline: city.offline, age: now - city.checkedAt })
  return text === null ? null : <Notice tone={city.offline ? 'doubt' : 'plain'}>{text}</Notice>
}
