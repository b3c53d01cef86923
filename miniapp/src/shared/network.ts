import Taro from '@tarojs/taro'

/** Calls back whenever the phone has found a network again. */
export function onOnline(callback: () => void): void {
  Taro.onNetworkStatusChange(({ isConnected }) => isConnected && callback())
}

/** Whether the phone believes to have a network. It may be wrong when it says yes. */
export async function isOnline(): Promise<boolean> {
  try {
    return (await Taro.getNetworkType()).networkType !== 'none'
  } catch {
    return true
  }
}
