import Taro from '@tarojs/taro'

/** Calls back whenever the phone has found a network again, until the function it gives is called. */
export function onOnline(callback: () => void): () => void {
  const changed = ({ isConnected }: { isConnected: boolean }) => isConnected && callback()
  Taro.onNetworkStatusChange(changed)
  return () => Taro.offNetworkStatusChange(changed)
}
