/**
 * WeChat asks for the person's consent before the first private call (the fuzzy position, the clipboard). It hands
 * us the moment; our own sheet asks, in words of ours. In the browser nobody ever fills this store.
 */
import Taro from '@tarojs/taro'
import { createStore, useStore } from '../storage/store'

/** WeChat checks that the button of this id was really pressed. */
export const agreeButtonId = 'agree-privacy'

/** A question under way: what WeChat waits for. */
export interface PrivacyQuestion {
  agree(): void
  refuse(): void
}

export const privacyQuestion = createStore<PrivacyQuestion | null>(null)

export const usePrivacyQuestion = (): PrivacyQuestion | null => useStore(privacyQuestion)

/** Once, when the program starts on WeChat. A client without such a call (absent-apis.ts) asks by itself. */
export function watchPrivacy(): void {
  Taro.onNeedPrivacyAuthorization((resolve) => {
    privacyQuestion.set({
      agree() {
        privacyQuestion.set(null)
        resolve({ event: 'agree', buttonId: agreeButtonId })
      },
      refuse() {
        privacyQuestion.set(null)
        resolve({ event: 'disagree' })
      },
    })
    resolve({ event: 'exposureAuthorization' })
  })
}
