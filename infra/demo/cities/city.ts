/**
 * What the demo generator and the basemap know of a city: its districts and towns. Positions are GCJ-02
 * and approximate on purpose (a hundredth of a degree, about a kilometre): enough for a schematic and for
 * places that do not exist, and no survey.
 */
export type City = {
  adcode: string
  /** Without 市. */
  name: string
  districts: readonly { name: string; suffix: '区' | '县' | '市'; adcode: string }[]
  towns: readonly Town[]
  roads: readonly Road[]
  /** Town names that are sub-districts (街道) or townships (乡); all others are 镇. */
  subDistricts: ReadonlySet<string>
  townships: ReadonlySet<string>
}

/**
 * A town, sub-district or large village. `rank` 1: the city's centre, 2: a district's or county's seat,
 * 3: a town with a label, 4: only helps to shape the districts on the schematic.
 */
export type Town = { name: string; district: string; lng: number; lat: number; rank: 1 | 2 | 3 | 4 }

/** A main road of a seat, straight from end to end. */
export type Road = {
  name: string
  seat: string
  from: readonly [number, number]
  to: readonly [number, number]
}

/** `name lng lat lng lat`, separated by semicolons. */
export const roadsOf = (seat: string, text: string): Road[] =>
  text
    .split(';')
    .map((entry) => entry.trim().split(/\s+/))
    .map(([name = '', a, b, c, d]) => ({
      name,
      seat,
      from: [Number(a), Number(b)],
      to: [Number(c), Number(d)],
    }))

/** Names separated by blanks. */
export const namesOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** `name lng lat [rank]`, separated by semicolons: the shortest form a person can check line by line. */
export const townsOf = (district: string, text: string): Town[] =>
  text
    .split(';')
    .map((entry) => entry.trim().split(/\s+/))
    .map(([name = '', lng, lat, rank]) => ({
      name,
      district,
      lng: Number(lng),
      lat: Number(lat),
      rank: rank === '1' ? 1 : rank === '2' ? 2 : rank === '4' ? 4 : 3,
    }))
