import { Text, View } from '@tarojs/components'
import type { BlockOf } from './block-of'
import css from './timeline.module.scss'
import { paragraphs, timeText } from './words'

/** Events in the order of the editor, along one line. */
export function TimelineBlock({ block }: { block: BlockOf<'timeline'> }) {
  return (
    <View className={css.timeline} role="list" aria-label="时间线">
      {block.events.map(({ time, title, text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two events may be of one day and one name
        <View key={at} className={css.event} role="listitem">
          <Text className={css.time}>{timeText(time)}</Text>
          <Text className={css.title}>{title}</Text>
          {paragraphs(text).map((line) => (
            <Text key={line} className={css.text}>
              {line}
            </Text>
          ))}
        </View>
      ))}
    </View>
  )
}
