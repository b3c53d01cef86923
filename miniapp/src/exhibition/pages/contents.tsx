import type { Gallery } from '@contract/exhibition'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Row } from '@/shared/components/row'
import type { Progress } from '../progress'

/** The exhibits of a gallery by number, with those that were looked at. */
export function Contents({
  exhibits,
  progress,
  leadOf,
  current,
  onPick,
}: {
  exhibits: Gallery['exhibits']
  progress: Progress | null
  /** What stands before a title. */
  leadOf?: (exhibit: Gallery['exhibits'][number]) => ReactNode
  /** The one that is open. */
  current?: string
  onPick: (id: string) => void
}) {
  return (
    <View role="list" aria-label="展品">
      {exhibits.map((exhibit, at) => (
        <View key={exhibit.id} role="listitem">
          <Row
            first={at === 0}
            lead={leadOf?.(exhibit)}
            title={`${at + 1}. ${exhibit.title}`}
            end={endOf(exhibit.id, current, progress)}
            onTap={() => onPick(exhibit.id)}
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
