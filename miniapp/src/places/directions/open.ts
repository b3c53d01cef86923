/** In WeChat its own map shows the place and offers the phone's map apps; how one goes is chosen there. */
import Taro from '@tarojs/taro'
import type { Destination } from './apps'

/** None of it carries the person's position. The distance is for the browser alone. */
export function openDirections({ name, address, lng, lat }: Destination, _metres: number | null): void {
  // Whoever closes the map again has done nothing wrong.
  Taro.openLocation({ longitude: lng, latitude: lat, name, address, scale: 16 }).catch(() => {})
}
