import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useCity } from '@/shared/city'
import { Row } from '@/shared/components/row'
import { Sheet } from '@/shared/components/sheet'
import { useIsShown } from '@/shared/navigation/use-is-shown'
import { useStore } from '@/shared/storage/store'
import { ChoiceChip } from '../components/choice-chip'
import { mapApps, type Travel, travelFor } from './apps'
import css from './directions-sheet.module.scss'
import { type DirectionsQuestion, directionsQuestion } from './open.h5'

/** Asks which map is to show the way. Only the page that is shown asks. */
export function DirectionsSheet() {
  const question = useStore(directionsQuestion)
  const shown = useIsShown()
  if (!question || !shown) return null
  return (
    <Apps
      key={`${question.place.name} ${question.place.address}`}
      question={question}
      onClose={() => directionsQuestion.set(null)}
    />
  )
}

const travels: readonly { travel: Travel; text: string }[] = [
  { travel: 'walking', text: '步行' },
  { travel: 'driving', text: '驾车' },
]

function Apps({
  question: { place, metres },
  onClose,
}: {
  question: DirectionsQuestion
  onClose: () => void
}) {
  const city = useCity()
  const [travel, setTravel] = useState(travelFor(metres))
  const name = city.status === 'ready' ? city.region.name : ''
  const apple = /iPhone|iPad|Macintosh/.test(navigator.userAgent)
  return (
    <Sheet title="用哪个地图" onClose={onClose}>
      <Text className={css.place}>{`去 ${place.name}`}</Text>
      <View className={css.travels} role="radiogroup" aria-label="怎么去">
        {travels.map((one) => (
          <ChoiceChip key={one.travel} on={one.travel === travel} onTap={() => setTravel(one.travel)}>
            {one.text}
          </ChoiceChip>
        ))}
      </View>
      {mapApps(place, travel, { city: name, apple }).map(({ key, name, url }, at) => (
        <Row
          key={key}
          first={at === 0}
          icon="navigate"
          title={name}
          onTap={() => {
            window.open(url, '_blank', 'noopener')
            onClose()
          }}
        />
      ))}
    </Sheet>
  )
}
