import { chooseCity, useCity } from '@/shared/city'
import { Select } from '@/shared/components/select'
import { Title } from '@/shared/components/text'
import { guarded } from '@/shared/navigation/leave-guard'
import type { Desk } from '../desk'

/** The city's name; a choice for whoever works for several. */
export function CityChoice({ desk: { region, cities } }: { desk: Desk }) {
  const { regions } = useCity()
  const nameOf = (adcode: string) => regions.find((one) => one.adcode === adcode)?.name ?? adcode
  if (cities.length === 1) return <Title size="row">{nameOf(region)}市福彩中心</Title>
  return (
    <Select
      label="城市"
      options={cities.map((value) => ({ value, label: nameOf(value) }))}
      value={region}
      onChange={(city) => guarded(() => chooseCity(city))}
    />
  )
}
