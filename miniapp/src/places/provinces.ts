/** Cities by their province, for a list that is too long to look through. Pure. */
import type { Region } from '@contract/places'

/** GB/T 2260: the first two digits of an adcode. */
const provinces: Readonly<Record<string, string>> = {
  11: '北京',
  12: '天津',
  13: '河北',
  14: '山西',
  15: '内蒙古',
  21: '辽宁',
  22: '吉林',
  23: '黑龙江',
  31: '上海',
  32: '江苏',
  33: '浙江',
  34: '安徽',
  35: '福建',
  36: '江西',
  37: '山东',
  41: '河南',
  42: '湖北',
  43: '湖南',
  44: '广东',
  45: '广西',
  46: '海南',
  50: '重庆',
  51: '四川',
  52: '贵州',
  53: '云南',
  54: '西藏',
  61: '陕西',
  62: '甘肃',
  63: '青海',
  64: '宁夏',
  65: '新疆',
  71: '台湾',
  81: '香港',
  82: '澳门',
}

type City = Pick<Region, 'adcode' | 'name'>

export type CityGroup<T extends City = City> = { province: string; cities: T[] }

export function provinceOf(adcode: string): string {
  return provinces[adcode.slice(0, 2)] ?? '其他'
}

/** In the order of the codes, the provinces as their cities. */
export function cityGroups<T extends City>(cities: readonly T[]): CityGroup<T>[] {
  const groups = new Map<string, T[]>()
  const inOrder = [...cities].sort((a, b) => a.adcode.localeCompare(b.adcode))
  for (const city of inOrder) {
    const province = provinceOf(city.adcode)
    groups.set(province, [...(groups.get(province) ?? []), city])
  }
  return [...groups].map(([province, list]) => ({ province, cities: list }))
}

/** Those whose name or province has what was typed: 淮, 淮安市, 江苏省. */
export function citiesTyped<T extends City>(cities: readonly T[], typed: string): T[] {
  const word = typed.trim()
  const short = word.length > 2 ? word.replace(/[市省]$/, '') : word
  return cities.filter(({ adcode, name }) => name.includes(short) || provinceOf(adcode).includes(short))
}
