import Taro from '@tarojs/taro'

/** `unavailable`: there is no scanner here, or it may not be used; the screen offers to type instead. */
export type Scanned = { state: 'read'; text: string } | { state: 'cancelled' } | { state: 'unavailable' }

/** WeChat's own scanner, with the camera alone: a code from the album may be anybody's and of any day. */
export async function scanCode(): Promise<Scanned> {
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })
    return { state: 'read', text: result }
  } catch (thrown) {
    return /cancel/.test(errMsgOf(thrown)) ? { state: 'cancelled' } : { state: 'unavailable' }
  }
}

/** Whether there is a scanner at all, to know which way to offer first. */
export const canScan = true

function errMsgOf(thrown: unknown): string {
  return typeof thrown === 'object' && thrown !== null && 'errMsg' in thrown ? String(thrown.errMsg) : ''
}
