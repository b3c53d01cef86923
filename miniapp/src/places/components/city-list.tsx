import type { Region } from '@contract/places'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Field } from '@/shared/components/field'
import { Icon } from '@/shared/components/icon'
import { Row } from '@/shared/components/row'
import { Tap } from '@/shared/components/tap'
import { citiesTyped, cityGroups, provinceOf } from '../provinces'
import css from './city-list.module.scss'

/** More than these are not looked through: they are typed, or found by their province. */
const mostAtOnce = 12

/** Cities to choose from. `current`: the one that is shown now. */
export function CityList({
  regions,
  current = null,
  onPick,
}: {
  regions: readonly Region[]
  current?: string | null
  onPick: (adcode: string) => void
}) {
  const [typed, setTyped] = useState('')
  const rows = (cities: readonly Region[]) =>
    cities.map(({ adcode, name, counts }, n) => (
      <Row
        key={adcode}
        first={n === 0}
        icon={adcode === current ? 'check' : 'city'}
        title={name}
        text={`${counts.places} 处`}
        onTap={() => onPick(adcode)}
      />
    ))
  if (regions.length <= mostAtOnce) return <View>{rows(regions)}</View>
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
      {found === null && <Provinces regions={regions} current={current} rows={rows} />}
      {found !== null && rows(found)}
      {found?.length === 0 && (
        <Text className={css.none}>没有叫“{typed.trim()}”的城市。换个字，或按省份找。</Text>
      )}
    </View>
  )
}

/** One province is open at a time; at first that of the city one is in. */
function Provinces({
  regions,
  current,
  rows,
}: {
  regions: readonly Region[]
  current: string | null
  rows: (cities: readonly Region[]) => ReactNode
}) {
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
          {province === open && <View className={css.cities}>{rows(cities)}</View>}
        </View>
      ))}
    </>
  )
}
