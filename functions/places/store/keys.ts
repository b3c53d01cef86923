/** Where everything stands in the table `places`. PK and SK are strings; `expiresAt` is the second an item may vanish. */

import type { Key } from '../../shared/aws/table'
import { cityOf } from '../../shared/city-of'
import type { Day } from '../../shared/day'
import type { Subject } from '../rules/doubt'

export const directory = 'REGIONS'
export const regionPartition = (adcode: string) => `region#${adcode}`
export const packPartition = (adcode: string) => `pack#${adcode}`
const reportPartition = (placeId: string) => `place#${placeId}`

export const cellsPartition = 'CITY-CELLS'
export const cityGridKey: Key = { PK: 'CITY-GRID', SK: 'current' }

export const regionListKey: Key = { PK: 'REGION-LIST', SK: 'regions' }
export const regionIndexKey: Key = { PK: 'REGION-LIST', SK: 'index' }

export const placePrefix = 'place#'
export const districtsSuffix = '#districts'

/** Read for every revalidation, so it stays under 1 KB: the districts stand beside it. */
export const headKey = (adcode: string): Key => ({ PK: directory, SK: adcode })
export const districtsKey = (adcode: string): Key => ({ PK: directory, SK: `${adcode}${districtsSuffix}` })
export const cityCellsKey = (adcode: string): Key => ({ PK: cellsPartition, SK: adcode })
export const placeKey = (id: string): Key => ({
  PK: regionPartition(cityOf(id)),
  SK: `${placePrefix}${id}`,
})
export const pinyinKey = (adcode: string): Key => ({ PK: regionPartition(adcode), SK: 'pinyin' })

/** `out-of-stock:water` where it is about one amenity. */
const subjectName = ({ fact, amenity }: Subject) => (amenity ? `${fact}:${amenity}` : fact)
export const factKey = (placeId: string, subject: Subject): Key => ({
  PK: reportPartition(placeId),
  SK: `fact#${subjectName(subject)}`,
})
/** One a source, subject and day: that the key exists is what makes a repeat count once. */
export const reportKey = (placeId: string, subject: Subject, day: Day, source: string): Key => ({
  PK: reportPartition(placeId),
  SK: `report#${subjectName(subject)}#${day}#${source}`,
})
/** What a person has open reports in; there is none of whoever asked for no points. */
export const reporterKey = (person: string): Key => ({ PK: `person#${person}`, SK: 'reports' })
/** Reports that staff see, by city and in order of time; nothing of it tells two reporters apart. */
export const openReportsPartition = (adcode: string) => `reports#${adcode}`
/** `id` is the report's: `{adcode}-{ms}-{random}`. Decided ones are behind those that are open. */
export const decidedReportKey = (id: string): Key => ({
  PK: openReportsPartition(cityOf(id)),
  SK: `decided#${id.slice(7)}`,
})
export const openReportKey = (id: string): Key => ({
  PK: openReportsPartition(cityOf(id)),
  SK: id.slice(7),
})
