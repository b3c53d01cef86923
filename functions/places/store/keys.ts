/** Where everything stands in the table `places`. PK and SK are strings; `expiresAt` is the second an item may vanish. */
import type { Key } from '../../shared/table'
import { regionOf } from '../rules/record'

export const directory = 'REGIONS'
export const regionPartition = (adcode: string) => `region#${adcode}`
export const packPartition = (adcode: string) => `pack#${adcode}`
export const reportPartition = (placeId: string) => `place#${placeId}`

export const placePrefix = 'place#'
export const districtsSuffix = '#districts'

/** Read for every revalidation, so it stays under 1 KB: the districts stand beside it. */
export const headKey = (adcode: string): Key => ({ PK: directory, SK: adcode })
export const districtsKey = (adcode: string): Key => ({ PK: directory, SK: `${adcode}${districtsSuffix}` })
export const placeKey = (id: string): Key => ({
  PK: regionPartition(regionOf(id)),
  SK: `${placePrefix}${id}`,
})
export const pinyinKey = (adcode: string): Key => ({ PK: regionPartition(adcode), SK: 'pinyin' })
