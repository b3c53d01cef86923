/** What one does with a place, on WeChat: its own map, its own telephone. None of it carries the person's position. */
import type { PlaceSummary } from '@contract/places'
import Taro from '@tarojs/taro'

type Spot = Pick<PlaceSummary, 'name' | 'address' | 'lng' | 'lat'>

/** Opens the phone's map at the place; the person starts the way there themselves. */
export function navigateTo({ name, address, lng, lat }: Spot): void {
  // Whoever closes the map again has done nothing wrong.
  Taro.openLocation({ longitude: lng, latitude: lat, name, address, scale: 16 }).catch(() => {})
}

export function call(phone: string): void {
  Taro.makePhoneCall({ phoneNumber: phone }).catch(() => {})
}

/** True: it is in the clipboard. */
export async function copy(text: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: text })
    return true
  } catch {
    return false
  }
}
