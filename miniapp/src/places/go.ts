/** The ways between the pages of the welfare map. */
import { openPage, openTab } from '@/shared/navigation/navigation'
import { createStore } from '@/shared/storage/store'
import { type Choice, noChoice } from './choice'

export function placeUrl(id: string): string {
  return `/places/pages/detail/index?id=${encodeURIComponent(id)}`
}

export function goPlace(id: string): void {
  openPage(placeUrl(id))
}

/** From the aid page, where nobody is asked anything: the place page then asks no age either. */
export function goAidPlace(id: string): void {
  openPage(`${placeUrl(id)}&for=aid`)
}

export function goReport(id: string): void {
  openPage(`/places/pages/report/index?id=${encodeURIComponent(id)}`)
}

export function goSearch(): void {
  openPage('/places/pages/search/index')
}

export function goAid(): void {
  openPage('/places/pages/aid/index')
}

/** These places alone, and the word of the chip that says so. */
export type MapOnly = { ids: readonly string[]; text: string }

export type MapWish = { choice: Choice; id: string | null; only: MapOnly | null }

/** What the map is to show when it opens next; a tab page takes no parameters. */
export const mapWish = createStore<MapWish | null>(null)

/** Opens the map with these chips pressed, with one place picked if an id is given, restricted to some places if given. */
export function goMap(
  choice: Partial<Choice> = {},
  id: string | null = null,
  only: MapOnly | null = null,
): void {
  mapWish.set({ choice: { ...noChoice, ...choice }, id, only })
  openTab('map')
}
