import Taro from '@tarojs/taro'

/** Calls back whenever the phone has found a network again. */
export function onOnline(callback: () => void): void {
  Taro.onNetworkStatusChange(({ isConnected }) => isConnected && callback())
}
