import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Field } from '@/shared/components/field'
import { Icon } from '@/shared/components/icon'
import { Tap } from '@/shared/components/tap'
import { citiesTyped, cityGroups, provinceOf } from '../provinces'
import { type CityChoice, CityRows } from './city-rows'
import css from './city-search.module.scss'

/** Many cities: typed, or found by their province. */
export function CitySearch({ regions, current, onPick }: CityChoice) {
  const [typed, setTyped] = useState('')
  const found = typed.trim() === '' ? null : citiesTyped(regions, typed)
  return (
    <View>
      <View className={css.field}>
        <Field
          label="城市或省份"
          value={typed}
          max={20}
          placeholder="例如 淮安，或 huaian、ha"
          onChange={setTyped}
        />
      </View>
      {found !== null && <CityRows regions={found} current={current} onPick={onPick} />}
      {found === null && <Provinces regions={regions} current={current} onPick={onPick} />}
      {found?.length === 0 && (
        <Text className={css.none}>没有叫“{typed.trim()}”的城市。换个字，或按省份找。</Text>
      )}
    </View>
  )
}

/** One province is open at a time; at first that of the city one is in. */
function Provinces({ regions, current, onPick }: CityChoice) {
  const [open, setOpen] = useState(current === null ? null : provinceOf(current))
  return (
    <>
      {cityGroups(regions).map(({ province, cities }) => (
        <View key={province}>
          <Tap
            className={css.province}
            expanded={province === open}
            onTap={() => setOpen(province === open ? null : province)}
          >
            <Text className={css.name}>{province}</Text>
            <Text className={css.count}>{cities.length} 座城市</Text>
            <Icon name={province === open ? 'up' : 'down'} size="s" />
          </Tap>
          {province === open && (
            <View className={css.cities}>
              <CityRows regions={cities} current={current} onPick={onPick} />
            </View>
          )}
        </View>
      ))}
    </>
  )
}
