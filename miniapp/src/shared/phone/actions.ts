/** What one does with a place, on WeChat: its own telephone and clipboard. The way there is in `way/`. */
import Taro from '@tarojs/taro'
import { dialled } from './numbers'

export function call(phone: string): void {
  Taro.makePhoneCall({ phoneNumber: dialled(phone) }).catch(() => {})
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
