import { Text, View } from '@tarojs/components'
import { Card } from '@/shared/components/card'
import { Row } from '@/shared/components/row'
import { call } from '@/shared/phone/actions'
import { address, useElder } from '@/shared/storage/settings'
import css from './aid.module.scss'

/** The country's own numbers; they answer where no station does, and need no network. */
const lines = [
  { number: '120', name: '急救', text: '受伤、生病、有人昏倒' },
  { number: '110', name: '报警求助', text: '有危险，或走失、无处可去' },
  { number: '12345', name: '政务服务热线', text: '问救助管理站和其他帮助在哪里' },
] as const

export function Hotlines() {
  const elder = useElder()
  return (
    <Card title="任何时候都能打" flush>
      {lines.map(({ number, name, text }, n) => (
        <Row
          key={number}
          first={n === 0}
          icon="phone"
          title={`${number} ${name}`}
          text={text}
          onTap={() => call(number)}
        />
      ))}
      <View className={css.hint}>
        <Text>
          {address(
            elder,
            '没有住处、没有饭吃的人，可以到救助管理站求助，食宿和返乡车票都不要钱。你可以请民警或 12345 告诉你最近的一处。',
          )}
        </Text>
      </View>
    </Card>
  )
}
