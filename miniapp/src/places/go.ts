/** The ways between the pages of the welfare map. */
import Taro from '@tarojs/taro'
import { createStore } from '@/shared/store'
import { type Choice, noChoice } from './choice'

export function placeUrl(id: string): string {
  return `/places/detail/index?id=${encodeURIComponent(id)}`
}

export function goPlace(id: string): void {
  void Taro.navigateTo({ url: placeUrl(id) })
}

/** From the aid page, where nobody is asked anything: the place page then asks no age either. */
export function goAidPlace(id: string): void {
  void Taro.navigateTo({ url: `${placeUrl(id)}&for=aid` })
}

export function goReport(id: string): void {
  void Taro.navigateTo({ url: `/places/report/index?id=${encodeURIComponent(id)}` })
}

export function goSearch(): void {
  void Taro.navigateTo({ url: '/places/search/index' })
}

export function goAid(): void {
  void Taro.navigateTo({ url: '/places/aid/index' })
}

/** What the map is to show when it opens next; a tab page takes no parameters. */
export const mapWish = createStore<{ choice: Choice; id: string | null } | null>(null)

/** Opens the map with these chips pressed, and with one place picked if an id is given. */
export function goMap(choice: Partial<Choice> = {}, id: string | null = null): void {
  mapWish.set({ choice: { ...noChoice, ...choice }, id })
  void Taro.switchTab({ url: '/tabs/map/index' })
}
