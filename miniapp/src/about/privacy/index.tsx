import { Text, View } from '@tarojs/components'
import { Card } from '@/shared/components/card'
import { Heading } from '@/shared/components/heading'
import { Screen } from '@/shared/components/screen'
import { address, useElder } from '@/shared/settings'
import { KeptList } from './kept-list'
import css from './privacy.module.scss'
import { day, parts } from './text'

export default function Privacy() {
  const elder = useElder()
  return (
    <Screen title="隐私说明">
      <View className={css.page}>
        {parts.map(({ title, lines }) => (
          <View key={title} className={css.part}>
            <Heading level={2} className={css.title}>
              {address(elder, title)}
            </Heading>
            {lines.map((line) => (
              <Text key={line} className={css.line}>
                {address(elder, line)}
              </Text>
            ))}
          </View>
        ))}
        <Card title="这部手机里存了什么" flush>
          <KeptList />
        </Card>
        <Text className={css.day}>最后修改：{day}</Text>
      </View>
    </Screen>
  )
}
