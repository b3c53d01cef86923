/** Cities by their province, for a list that is too long to look through. Pure. */
import type { Region } from '@contract/places'

/** GB/T 2260: by the first two digits of an adcode the name, and how it is read. */
const provinces: Readonly<Record<string, readonly [name: string, reading: string]>> = {
  11: ['北京', 'bei jing'],
  12: ['天津', 'tian jin'],
  13: ['河北', 'he bei'],
  14: ['山西', 'shan xi'],
  15: ['内蒙古', 'nei meng gu'],
  21: ['辽宁', 'liao ning'],
  22: ['吉林', 'ji lin'],
  23: ['黑龙江', 'hei long jiang'],
  31: ['上海', 'shang hai'],
  32: ['江苏', 'jiang su'],
  33: ['浙江', 'zhe jiang'],
  34: ['安徽', 'an hui'],
  35: ['福建', 'fu jian'],
  36: ['江西', 'jiang xi'],
  37: ['山东', 'shan dong'],
  41: ['河南', 'he nan'],
  42: ['湖北', 'hu bei'],
  43: ['湖南', 'hu nan'],
  44: ['广东', 'guang dong'],
  45: ['广西', 'guang xi'],
  46: ['海南', 'hai nan'],
  50: ['重庆', 'chong qing'],
  51: ['四川', 'si chuan'],
  52: ['贵州', 'gui zhou'],
  53: ['云南', 'yun nan'],
  54: ['西藏', 'xi zang'],
  61: ['陕西', 'shan xi'],
  62: ['甘肃', 'gan su'],
  63: ['青海', 'qing hai'],
  64: ['宁夏', 'ning xia'],
  65: ['新疆', 'xin jiang'],
  71: ['台湾', 'tai wan'],
  81: ['香港', 'xiang gang'],
  82: ['澳门', 'ao men'],
}

type City = Pick<Region, 'adcode' | 'name' | 'reading'>

export type CityGroup<T extends City = City> = { province: string; cities: T[] }

export function provinceOf(adcode: string): string {
  return provinces[adcode.slice(0, 2)]?.[0] ?? '其他'
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

/** Those whose name or province has what was typed (淮, 淮安市, 江苏省), or is read so: `huaian`, `ha`, `jiangsu`. */
export function citiesTyped<T extends City>(cities: readonly T[], typed: string): T[] {
  const letters = lettersOf(typed)
  if (letters !== null)
    return cities.filter(
      ({ adcode, reading }) =>
        isReadSo(reading, 'shi', letters) || isReadSo(provinces[adcode.slice(0, 2)]?.[1], 'sheng', letters),
    )
  const word = typed.trim()
  const short = word.length > 2 ? word.replace(/[市省]$/, '') : word
  return cities.filter(({ adcode, name }) => name.includes(short) || provinceOf(adcode).includes(short))
}

/** Latin letters alone, as pinyin is typed: ü is v, blanks and apostrophes are noise. Null for anything else. */
function lettersOf(typed: string): string | null {
  const letters = typed
    .toLowerCase()
    .replace(/ü/g, 'v')
    .replace(/[\s'’]/g, '')
  return /^[a-z]+$/.test(letters) ? letters : null
}

/** Whether `letters` begin `reading` in full or by initials, syllable by syllable; `suffix` may be typed behind it. */
function isReadSo(reading: string | undefined, suffix: string, letters: string): boolean {
  if (!reading) return false
  return carries([...reading.split(' '), suffix], letters)
}

function carries([syllable, ...rest]: readonly string[], letters: string): boolean {
  if (letters === '') return true
  if (syllable === undefined) return false
  return syllable
    .split('/')
    .some(
      (sound) =>
        (letters.startsWith(sound) && carries(rest, letters.slice(sound.length))) ||
        (sound.startsWith(letters) && sound !== letters) ||
        (letters[0] === sound[0] && carries(rest, letters.slice(1))),
    )
}
