import type { Region } from '@contract/places'
import { Text, View } from '@tarojs/components'
import { Button } from '@/shared/components/button'
import { address, useElder } from '@/shared/settings'
import { type Asking, askPosition, chooseDistrict, type Origin } from '../origin'
import { ChoiceChip } from './choice-chip'
import css from './origin-choices.module.scss'

/**
 * Where to measure from: one's own position, with the reason before the system asks, or a district. Inline, so that
 * somebody in need meets no dialog. `onChosen` closes whatever it stands in.
 */
export function OriginChoices({
  region,
  origin,
  asking,
  onChosen,
}: {
  region: Region
  origin: Origin
  asking: Asking
  onChosen?: () => void
}) {
  const elder = useElder()
  const pick = (name: string | null) => {
    chooseDistrict(region.adcode, name)
    onChosen?.()
  }
  return (
    <View className={css.choices}>
      {origin.from !== 'position' && (
        <>
          <Button
            block
            icon="locate"
            disabled={asking === 'asking'}
            onTap={() => void askPosition().then((found) => found && onChosen?.())}
          >
            {asking === 'asking' ? '正在定位' : '用我的位置'}
          </Button>
          <Text className={css.reason}>{address(elder, reasonOf(asking, region.name))}</Text>
        </>
      )}
      <View className={css.districts} role="radiogroup" aria-label={`在${region.name}的哪个区`}>
        {region.districts.map(({ name }) => (
          <ChoiceChip
            key={name}
            on={origin.from === 'district' && origin.name === name}
            onTap={() => pick(name)}
          >
            {name}
          </ChoiceChip>
        ))}
        <ChoiceChip on={origin.from === 'centre'} onTap={() => pick(null)}>
          全市
        </ChoiceChip>
      </View>
    </View>
  )
}

function reasonOf(asking: Asking, city: string): string {
  switch (asking) {
    case 'refused':
      return '没有得到位置授权。选一个区也一样能找；想用位置，请在手机设置里允许。'
    case 'unavailable':
      return '手机没有给出位置。走到开阔处再试，或选一个区。'
    case 'far':
      return `你现在不在${city}。选一个区，看那里有什么。`
    case 'idle':
    case 'asking':
      return '为了把近的排在前面。位置只在这部手机里用，不上传，也不保存。'
  }
}
