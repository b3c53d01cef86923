import { Text, View } from '@tarojs/components'
import { CentreLine } from '@/shared/components/centre-line'
import { Heading } from '@/shared/components/heading'
import { Icon } from '@/shared/components/icon'
import { Stack } from '@/shared/components/stack'
import css from './handover.module.scss'
import type { Refusal } from './view'

/** Why nothing is handed over now, large enough for both sides of the counter. */
export function RefusalLine({ refusal: { title, text, tone } }: { refusal: Refusal }) {
  return (
    <View className={`${css.said} ${css[tone]}`} role="alert">
      <Icon name={tone === 'stop' ? 'close' : 'warning'} />
      <Stack gap={1} grow>
        <Heading level={2} size="part">
          {title}
        </Heading>
        <Text>{text}</Text>
        <CentreLine under={text} />
      </Stack>
    </View>
  )
}
