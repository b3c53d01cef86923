import { Text } from '@tarojs/components'
import { chooseCity, useCity } from '@/shared/city'
import { Select } from '@/shared/components/select'
import { guarded } from '@/shared/leave-guard'
import type { Desk } from '../desk'
import css from './frame.module.scss'

/** The city's name; a choice for whoever works for several. */
export function CityChoice({ desk: { region, cities } }: { desk: Desk }) {
  const { regions } = useCity()
  const nameOf = (adcode: string) => regions.find((one) => one.adcode === adcode)?.name ?? adcode
  if (cities.length === 1) return <Text className={css.city}>{nameOf(region)}市福彩中心</Text>
  return (
    <Select
      label="城市"
      options={cities.map((value) => ({ value, label: nameOf(value) }))}
      value={region}
      onChange={(city) => guarded(() => chooseCity(city))}
    />
  )
}
