/** The ways between the pages behind a counter. */
import Taro from '@tarojs/taro'

const to = (page: string) => (): void => void Taro.navigateTo({ url: `/outlet/${page}/index` })

export const goHandovers = to('handovers')
export const goCounter = to('counter')
