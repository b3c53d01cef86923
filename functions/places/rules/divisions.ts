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

/** 清江浦 for 清江浦区, 盱眙 for 盱眙县: the listed short name, or what was written. */
export function districtName(city: string, written: string): string {
  const short = written.replace(/[区县市]$/, '')
  return districtAdcode(city, short) === null ? written : short
}
