/** What the pages of the desk know together, by person and city: `{person} {region}`. */
import { createRemote, type RemoteStore } from '@/points/remote'
import {
  fetchAdjustments,
  fetchBatches,
  fetchGifts,
  fetchHolders,
  fetchOutliers,
  fetchReports,
  fetchRules,
} from './api'

const fresh = { fresh: 2_000 }
const regionOf = (name: string): string => name.split(' ')[1] ?? ''

export const giftList = createRemote((name) => fetchGifts(regionOf(name)), fresh)
export const batchList = createRemote((name) => fetchBatches(regionOf(name)), fresh)
export const rulesOfCity = createRemote((name) => fetchRules(regionOf(name)), fresh)
export const adjustmentList = createRemote((name) => fetchAdjustments(regionOf(name)), fresh)
export const holderList = createRemote((name) => fetchHolders(regionOf(name)), fresh)
export const reportList = createRemote((name) => fetchReports(regionOf(name)), fresh)
/** `{person} {region} {month}`. */
export const outlierList = createRemote(
  (name) => fetchOutliers(regionOf(name), name.split(' ')[2] ?? ''),
  fresh,
)

/** Puts what was just changed or made into the list that is shown, in its place or first. */
export function putInto<T extends { id: string }>(list: readonly T[], one: T): T[] {
  return list.some(({ id }) => id === one.id)
    ? list.map((other) => (other.id === one.id ? one : other))
    : [one, ...list]
}

/** The list under a name as it would be after `change`; nothing while it has not come. */
export function changeList<T>(store: RemoteStore<T>, name: string, change: (value: T) => T): void {
  const { value } = store.get(name)
  if (value !== null) store.put(name, change(value))
}
