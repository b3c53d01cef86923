/** How the generated places write where they are. */
import type { City, Town } from './cities/city'
import type { Spot } from './ground'

/** 清江浦区 */
export const districtOf = (city: City, town: Town): string =>
  `${town.district}${city.districts.find(({ name }) => name === town.district)?.suffix ?? ''}`

/** 马坝镇; nothing for the city's own centre, which no address names. */
export const townName = (city: City, { name, rank }: Town): string => {
  if (rank === 1) return ''
  if (city.subDistricts.has(name)) return `${name}街道`
  if (city.townships.has(name)) return `${name}乡`
  return name.endsWith('镇') ? name : `${name}镇`
}

/** 清江浦区淮海东路88号 */
export const roadAddress = (city: City, { town, road, houseNo }: Spot): string =>
  `${districtOf(city, town)}${road?.name ?? ''}${houseNo}号`
