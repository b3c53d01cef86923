/** What WeChat shows or does outside the page: toasts, dialogs, titles, calls, maps. Each is noted for the test. */
import type { Realm } from '../realm'
import { answer, type Options, WxFailure } from './call'
import type { Person } from './person'

/** Remembers what WeChat was asked to show or do. */
type Note = (api: string, options: unknown) => void

export function interfaceApis(realm: Realm, person: Person, note: Note): Record<string, unknown> {
  const noted = (name: string, work: (options: Options) => unknown = () => undefined) => ({
    [name]: (options: unknown) =>
      answer(realm, name, options, (given) => {
        // A copy by JSON, as it would cross to WeChat's native side; functions stay behind.
        note(name, JSON.parse(JSON.stringify(given)))
        return work(given)
      }),
  })
  return {
    ...noted('showToast'),
    ...noted('hideToast'),
    ...noted('showLoading'),
    ...noted('hideLoading'),
    ...noted('showModal', () => ({ confirm: person.confirmsModals, cancel: !person.confirmsModals })),
    ...noted('showActionSheet', () => {
      if (person.picksAction === null) throw new WxFailure('cancel')
      return { tapIndex: person.picksAction }
    }),
    ...noted('setNavigationBarTitle'),
    ...noted('setNavigationBarColor'),
    ...noted('setBackgroundColor'),
    ...noted('setBackgroundTextStyle'),
    ...noted('setTabBarStyle'),
    ...noted('setTabBarItem'),
    ...noted('hideTabBar'),
    ...noted('showTabBar'),
    ...noted('makePhoneCall'),
    ...noted('openLocation', ({ latitude, longitude }) => {
      if (typeof latitude !== 'number' || typeof longitude !== 'number')
        throw new WxFailure('invalid coordinates')
    }),
    ...noted('previewImage', ({ urls, current }) => {
      if (!Array.isArray(urls) || urls.length === 0) throw new WxFailure('urls is empty')
      if (current !== undefined && !urls.includes(current)) throw new WxFailure('current is not among urls')
    }),
    ...noted('showShareMenu'),
    ...noted('hideShareMenu'),
    ...noted('updateShareMenu'),
    ...noted('pageScrollTo'),
    ...noted('stopPullDownRefresh'),
    ...noted('startPullDownRefresh'),
    ...noted('vibrateShort'),
    ...noted('hideKeyboard'),
  }
}
