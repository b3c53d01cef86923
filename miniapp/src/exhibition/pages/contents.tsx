import type { Gallery } from '@contract/exhibition'
import { View } from '@tarojs/components'
import { Row } from '@/shared/components/row'
import type { Progress } from '../progress'

/** The exhibits of a gallery by number, with those that were looked at. */
export function Contents({
  exhibits,
  progress,
  current,
  onPick,
}: {
  exhibits: readonly Pick<Gallery['exhibits'][number], 'id' | 'title'>[]
  progress: Progress | null
  /** The one that is open. */
  current?: string
  onPick: (id: string) => void
}) {
  return (
    <View role="list" aria-label="展品">
      {exhibits.map(({ id, title }, at) => (
        <View key={id} role="listitem">
          <Row
            first={at === 0}
            title={`${at + 1}. ${title}`}
            end={endOf(id, current, progress)}
            onTap={() => onPick(id)}
          />
        </View>
      ))}
    </View>
  )
}

function endOf(id: string, current: string | undefined, progress: Progress | null): string | undefined {
  if (id === current) return '正在看'
  return progress?.seen.includes(id) ? '看过' : undefined
}
