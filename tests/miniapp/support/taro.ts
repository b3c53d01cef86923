/**
 * A phone in memory in the place of `@tarojs/taro`: its storage, what it sent, where it went. Tests read and set
 * `phone`; the program under test knows only Taro's names. What a screen calls and is not here fails loudly.
 */
import { useEffect, useRef } from 'react'

export type Sent = { url: string; method: string; header: Record<string, string>; data?: string }
export type Reply = { statusCode: number; header?: Record<string, string>; data?: string }

type PrivacyListener = (resolve: (answer: { event: string; buttonId?: string }) => void) => void

const pages = new Set<() => void>()
const hiding = new Set<() => void>()

export type PhoneInMemory = {
  storage: Map<string, string>
  /** `denied`: each call throws, as where the browser blocks it. A number: characters it takes in all. */
  storageRoom: number | 'denied'
  sent: Sent[]
  /** How the server answers; by default it throws like a dead network. */
  server: (sent: Sent) => Reply | Promise<Reply>
  /** Where the person is, and whether they let the program know. */
  position: { longitude: number; latitude: number } | null
  agreed: boolean
  /** WeChat's words where the position is not to be had. */
  locationError: string
  /** Whom WeChat asks before the first private call. */
  privacy: PrivacyListener | null
  /** What was opened, called, copied and shown, in order: `navigateTo /places/pages/detail/index?id=…`. */
  did: string[]
  params: Record<string, string>
  /** What the page that was drawn last would share. */
  shared: () => unknown
  /** Routes of the pages that are open, the one on top last. */
  stack: string[]
  /** Shows the drawn pages again, as when one comes back to them. */
  show: () => void
  /** Hides the drawn pages, as when one leaves the program or opens another page over them. */
  hide: () => void
  /** What WeChat gives to log in with; null: it is busy. */
  loginCode: string | null
}

export const phone: PhoneInMemory = {
  storage: new Map(),
  storageRoom: Number.POSITIVE_INFINITY,
  sent: [],
  server: () => Promise.reject({ errMsg: 'request:fail' }),
  position: null,
  agreed: false,
  locationError: 'getFuzzyLocation:fail auth deny',
  privacy: null,
  did: [],
  params: {},
  shared: () => null,
  stack: ['tabs/home/index'],
  show() {
    for (const shown of [...pages]) shown()
  },
  hide() {
    for (const hidden of [...hiding]) hidden()
  },
  loginCode: 'wx-code',
}

export function freshPhone(): PhoneInMemory {
  phone.storage.clear()
  phone.storageRoom = Number.POSITIVE_INFINITY
  phone.sent.length = 0
  phone.did.length = 0
  phone.server = () => Promise.reject({ errMsg: 'request:fail' })
  phone.position = null
  phone.agreed = false
  phone.locationError = 'getFuzzyLocation:fail auth deny'
  phone.privacy = null
  phone.params = {}
  phone.shared = () => null
  phone.stack = ['tabs/home/index']
  phone.loginCode = 'wx-code'
  return phone
}

function storage(): Map<string, string> {
  if (phone.storageRoom === 'denied') throw new Error('SecurityError: access is denied for this document')
  return phone.storage
}

type To = { url: string }
const went = (how: string) => (to: To) => {
  phone.did.push(`${how} ${to.url}`)
  return Promise.resolve({ errMsg: `${how}:ok` })
}
const did = (what: string) => (with_: unknown) => {
  phone.did.push(`${what} ${JSON.stringify(with_)}`)
  return Promise.resolve({ errMsg: `${what}:ok` })
}

const Taro = {
  getStorageSync: (key: string): unknown => storage().get(key) ?? '',
  setStorageSync(key: string, value: string) {
    const others = [...storage()].filter(([name]) => name !== key).map(([, text]) => text.length)
    const wanted = others.reduce((sum, length) => sum + length, value.length)
    if (wanted > Number(phone.storageRoom)) throw new Error('setStorageSync:fail exceed storage max size')
    phone.storage.set(key, value)
  },
  removeStorageSync: (key: string) => void storage().delete(key),
  getStorageInfoSync: () => ({ keys: [...storage().keys()] }),

  async request(sent: Sent): Promise<Reply> {
    phone.sent.push(sent)
    return phone.server(sent)
  },
  onNeedPrivacyAuthorization(listener: PrivacyListener) {
    phone.privacy = listener
  },
  onNetworkStatusChange: (_: (result: { isConnected: boolean }) => void) => {},

  async login() {
    if (phone.loginCode === null) throw { errMsg: 'login:fail' }
    return { code: phone.loginCode }
  },

  getSetting: async () => ({ authSetting: { 'scope.userFuzzyLocation': phone.agreed } }),
  async getFuzzyLocation(_: { type: string }) {
    if (!phone.position) throw { errMsg: phone.locationError }
    return phone.position
  },

  navigateTo: went('navigateTo'),
  redirectTo: went('redirectTo'),
  switchTab: went('switchTab'),
  reLaunch: went('reLaunch'),
  navigateBack: did('navigateBack'),
  openLocation: did('openLocation'),
  makePhoneCall: did('makePhoneCall'),
  setClipboardData: did('setClipboardData'),
  showToast: did('showToast'),
  setNavigationBarTitle: did('setNavigationBarTitle'),
  getCurrentPages: () => phone.stack.map((route) => ({ route })),
  getCurrentInstance: () => ({ router: { params: phone.params } }),
  nextTick: (then: () => void) => then(),
}

export const useRouter = () => ({ params: phone.params, path: '' })
/** A test's page is shown when it is drawn, and again by `phone.show`. */
export function useDidShow(then: () => void): void {
  const latest = useRef(then)
  latest.current = then
  useEffect(() => {
    const shown = () => latest.current()
    shown()
    pages.add(shown)
    return () => void pages.delete(shown)
  }, [])
}
/** By `phone.hide`. */
export function useDidHide(then: () => void): void {
  const latest = useRef(then)
  latest.current = then
  useEffect(() => {
    const hidden = () => latest.current()
    hiding.add(hidden)
    return () => void hiding.delete(hidden)
  }, [])
}
export const useLoad = (_: () => void) => {}
export function useShareAppMessage(shared: () => unknown): void {
  phone.shared = shared
}
export const usePullDownRefresh = (_: () => void) => {}

export default Taro
