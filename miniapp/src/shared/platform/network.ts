import Taro from '@tarojs/taro'

/** False only where WeChat knows that there is no network. */
export async function isOnline(): Promise<boolean> {
  try {
    return (await Taro.getNetworkType()).networkType !== 'none'
  } catch {
    return true
  }
}

/** Calls back whenever the phone finds or loses its network, until the function it gives is called. */
export function onNetworkChange(callback: (isOnline: boolean) => void): () => void {
  const changed = ({ isConnected }: { isConnected: boolean }) => callback(isConnected)
  Taro.onNetworkStatusChange(changed)
  return () => Taro.offNetworkStatusChange(changed)
}
