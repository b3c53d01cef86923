import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { Heading } from '@/shared/components/heading'
import { address, useElder } from '@/shared/storage/settings'
import { chooseCity, gridStore, useCity } from '..'
import { type Asking, askPosition, useOrigin } from '../origin'
import { CityList } from './city-list'
import css from './city-start.module.scss'

/**
 * The first visit: one's own position, or a city from the list. Nothing of any city has been downloaded yet. `padded`: on a
 * page whose content reaches the edges.
 */
export function CityStart({ padded = false }: { padded?: boolean }) {
  const city = useCity()
  const elder = useElder()
  const { asking, here, own } = useOrigin()
  const [isFar, setFar] = useState(false)
  useEffect(() => void gridStore.refresh(), [])
  async function locate(): Promise<void> {
    setFar(false)
    if (await askPosition()) setFar(true)
  }
  const nowhere = isFar && here !== null && own.own === null
  const card = (
    <Card flush>
      <View className={css.start}>
        <Heading level={2} className={css.title}>
          {address(elder, '你在哪座城市')}
        </Heading>
        <View className={css.own}>
          <Button
            tone="primary"
            icon="locate"
            block
            disabled={asking === 'asking'}
            onTap={() => void locate()}
          >
            {asking === 'asking' ? '正在定位' : '用我的位置'}
          </Button>
          <Text className={css.reason} aria-live="polite">
            {address(elder, reasonOf(asking, nowhere))}
          </Text>
        </View>
        <Text className={css.or}>或者选一座城市</Text>
      </View>
      <CityList regions={city.regions} onPick={chooseCity} />
    </Card>
  )
  return padded ? <View className={css.padded}>{card}</View> : card
}

function reasonOf(asking: Asking, nowhere: boolean): string {
  if (nowhere) return '你所在的地方还没有收录。可以选一座城市看看。'
  switch (asking) {
    case 'refused':
      return '没有得到位置授权。选一座城市也一样能找；想用位置，请在手机设置里允许。'
    case 'unavailable':
      return '手机没有给出位置。走到开阔处再试，或选一座城市。'
    default:
      return '为了找到你的城市，把近的排在前面。位置只在这部手机里用，不上传，也不保存。'
  }
}
