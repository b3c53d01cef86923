import { Text, View } from '@tarojs/components'
import { Screen } from '@/shared/components/screen'
import { UnderAgeLine } from '@/shared/components/under-age-line'
import { Parts } from '../parts'
import css from '../privacy/privacy.module.scss'
import { parts, version } from './text'

export default function Rules() {
  return (
    <Screen title="积分规则" lottery>
      <View className={css.page}>
        <UnderAgeLine />
        <Parts parts={parts} />
        <Text className={css.day}>{version} 版</Text>
      </View>
    </Screen>
  )
}
