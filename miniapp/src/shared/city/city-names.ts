import type { Region } from '@contract/places'

/** Names of cities by code; the code itself for one that is not on the phone. */
export function cityNames(regions: readonly Region[]): (region: string) => string {
  return (region) => regions.find(({ adcode }) => adcode === region)?.name ?? region
}
