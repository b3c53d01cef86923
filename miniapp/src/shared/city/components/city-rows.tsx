import type { Region } from '@contract/places'
import { View } from '@tarojs/components'
import { Row } from '@/shared/components/row'

export type CityChoice = {
  regions: readonly Region[]
  /** The city that is shown now. */
  current: string | null
  onPick: (adcode: string) => void
}

/** A row for each city. */
export function CityRows({ regions, current, onPick }: CityChoice) {
  return (
    <View>
      {regions.map(({ adcode, name, counts }, n) => (
        <Row
          key={adcode}
          first={n === 0}
          icon={adcode === current ? 'check' : 'city'}
          title={name}
          text={`${counts.places} 处`}
          onTap={() => onPick(adcode)}
        />
      ))}
    </View>
  )
}
