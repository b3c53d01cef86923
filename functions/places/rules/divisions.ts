/**
 * Codes of GB/T 2260 for the cities in use, with the short names that screens show. Another city needs no entry:
 * its districts then have no code and keep the names its file gives them.
 */
type City = { name: string; districts: Readonly<Record<string, string>> }

const cities: Readonly<Record<string, City>> = {
  320800: {
    name: '淮安',
    districts: {
      淮安: '320803',
      淮阴: '320804',
      清江浦: '320812',
      洪泽: '320813',
      涟水: '320826',
      盱眙: '320830',
      金湖: '320831',
    },
  },
  371600: {
    name: '滨州',
    districts: {
      滨城: '371602',
      沾化: '371603',
      惠民: '371621',
      阳信: '371622',
      无棣: '371623',
      博兴: '371625',
      邹平: '371681',
    },
  },
}

export function cityName(adcode: string): string | null {
  return cities[adcode]?.name ?? null
}

/** The code of a district by its short name; null where the city or the district is not listed. */
export function districtAdcode(city: string, district: string): string | null {
  return cities[city]?.districts[district] ?? null
}

/**
 * 清江浦区 for 清江浦, 盱眙县 for 盱眙, 邹平市 for 邹平: what screens show. Short names stand in the data, in catalogues on phones
 * and in links. Of a city that is not listed the file's own name, which is the full one.
 */
export function fullDistrictName(city: string, short: string): string {
  const adcode = districtAdcode(city, short)
  return adcode === null ? short : short + divisionSuffix(adcode)
}

/** 清江浦区 for 320812; null where it is not listed. */
export function districtOfAdcode(adcode: string): string | null {
  const city = `${adcode.slice(0, 4)}00`
  const found = Object.entries(cities[city]?.districts ?? {}).find(([, code]) => code === adcode)
  return found ? fullDistrictName(city, found[0]) : null
}

/** The last two digits tell what a division of a city is: 01–20 a district, 21–80 a county, 81–99 a city of its own. */
function divisionSuffix(adcode: string): '区' | '县' | '市' {
  const number = Number(adcode.slice(4))
  if (number <= 20) return '区'
  return number <= 80 ? '县' : '市'
}

/** 清江浦 for 清江浦区, 盱眙 for 盱眙县: the listed short name, or what was written. */
export function districtName(city: string, written: string): string {
  const short = written.replace(/[区县市]$/, '')
  return districtAdcode(city, short) === null ? written : short
}
