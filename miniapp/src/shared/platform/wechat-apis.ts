/** The calls of WeChat that this program makes, by what becomes of it on a client without them. */

/** Without these no mini-program runs at all, Taro's own runtime among them: nothing stands in for them. */
export const essentialApis = [
  'canIUse',
  'navigateTo',
  'navigateBack',
  'redirectTo',
  'reLaunch',
  'switchTab',
  'getCurrentPages',
  'getStorageSync',
  'setStorageSync',
  'removeStorageSync',
  'getStorageInfoSync',
  'request',
  'login',
  'getWindowInfo',
  'getSetting',
  'nextTick',
  'createSelectorQuery',
]

/** Asked for something, these fail. */
export const refusingApis = [
  'setKeepScreenOn',
  'setClipboardData',
  'scanCode',
  'openLocation',
  'makePhoneCall',
  'getFuzzyLocation',
  'getNetworkType',
  'pageScrollTo',
  'previewImage',
  'downloadFile',
  'openDocument',
]
/** These only tell of what happens; where nobody tells, nothing is heard. */
export const listeningApis = [
  'onNeedPrivacyAuthorization',
  'onNetworkStatusChange',
  'offNetworkStatusChange',
  'onWindowResize',
  'offWindowResize',
]

/** These give an object to ask further. */
export const objectApis = ['createMapContext', 'getBackgroundAudioManager']

/** What a client may lack: absent-apis.ts stands in for it. */
export const optionalApis = [...refusingApis, ...listeningApis, ...objectApis]
