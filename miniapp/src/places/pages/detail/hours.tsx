import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/shared/components/card'
import { Icon } from '@/shared/components/icon'
import { Stack } from '@/shared/components/stack'
import { Tap } from '@/shared/components/tap'
import { Quiet } from '@/shared/components/text'
import { type WeekLine, weekLines } from '../../week'
import css from './detail.module.scss'
import type { PlaceView } from './use-place'

/** Today's hours; the week unfolds. */
export function Hours({ view: { place, calendar, now } }: { view: PlaceView }) {
  const [unfolded, setUnfolded] = useState(false)
  const week = calendar && weekLines(place, calendar, now)
  const title = place.kind === 'outlet' || place.kind === 'hall' ? '营业时间' : '开放时间'
  if (!week) {
    if (place.project) return null
    return (
      <Card title={title}>
        <Quiet>还不知道。{place.phone && '去之前可以先打个电话。'}</Quiet>
      </Card>
    )
  }
  return (
    <Card title={title}>
      <Line line={week.today} strong />
      {unfolded && week.rest.map((line) => <Line key={line.key} line={line} />)}
      <Tap className={css.fold} expanded={unfolded} onTap={() => setUnfolded(!unfolded)}>
        <Text>{unfolded ? '收起' : '看后面六天'}</Text>
        <Icon name={unfolded ? 'up' : 'down'} size="s" />
      </Tap>
    </Card>
  )
}

function Line({ line, strong = false }: { line: WeekLine; strong?: boolean }) {
  return (
    <View className={`${css.day} ${strong ? css.today : ''}`}>
      <Text className={css.label}>{line.label}</Text>
      <Stack grow>
        <Text>{line.text}</Text>
        {line.note && <Text className={css.note}>{line.note}</Text>}
      </Stack>
    </View>
  )
}
