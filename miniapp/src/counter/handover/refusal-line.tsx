import { Text, View } from '@tarojs/components'
import { CentreLine } from '@/shared/components/centre-line'
import { Heading } from '@/shared/components/heading'
import { Icon } from '@/shared/components/icon'
import css from './handover.module.scss'
import type { Refusal } from './view'

/** Why nothing is handed over now, large enough for both sides of the counter. */
export function RefusalLine({ refusal: { title, text, tone } }: { refusal: Refusal }) {
  return (
    <View className={`${css.said} ${css[tone]}`} role="alert">
      <Icon name={tone === 'stop' ? 'close' : 'warning'} />
      <View className={css.words}>
        <Heading level={2} className={css.saidTitle}>
          {title}
        </Heading>
        <Text>{text}</Text>
        <CentreLine under={text} />
      </View>
    </View>
  )
}
