import Taro from '@tarojs/taro'

/** False only where WeChat knows that there is no network. */
export async function isOnline(): Promise<boolean> {
  try {
    return (await Taro.getNetworkType()).networkType !== 'none'
  } catch {
    return true
  }
}
