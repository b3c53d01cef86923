/** What the phone tells about itself: an iPhone 13's figures, the theme, the versions. */
import type { Realm } from '../realm'
import { answer, createListeners } from './call'
import type { Person } from './person'

/** 390×844 at 3×, as the design is drawn for. */
export const screen = { width: 390, height: 844, pixelRatio: 3, statusBar: 47, safeBottom: 34, tabBar: 48 }

export function systemApis(realm: Realm, person: Person) {
  const themes = createListeners(realm, 'onThemeChange')
  const deaf = createListeners(realm, 'onSystemEvent')
  const windowInfo = () => ({
    pixelRatio: screen.pixelRatio,
    screenWidth: screen.width,
    screenHeight: screen.height,
    windowWidth: screen.width,
    windowHeight: screen.height - screen.statusBar - 44 - screen.tabBar - screen.safeBottom,
    statusBarHeight: screen.statusBar,
    screenTop: screen.statusBar + 44,
    safeArea: {
      left: 0,
      right: screen.width,
      top: screen.statusBar,
      bottom: screen.height - screen.safeBottom,
      width: screen.width,
      height: screen.height - screen.statusBar - screen.safeBottom,
    },
  })
  const appBase = () => ({
    SDKVersion: '3.8.0',
    version: '8.0.55',
    language: 'zh_CN',
    theme: person.theme,
    enableDebug: false,
    fontSizeSetting: 17,
    fontSizeScaleFactor: 1,
    host: { env: 'WeChat', appId: '' },
  })
  const device = () => ({
    brand: 'iPhone',
    model: 'iPhone 13<iPhone14,5>',
    system: 'iOS 17.5',
    platform: 'ios',
    benchmarkLevel: -1,
    abi: 'arm64',
    deviceAbi: 'arm64',
    memorySize: 4096,
    cpuType: 'A15',
  })
  const all = () => ({
    ...windowInfo(),
    ...appBase(),
    ...device(),
    locationEnabled: person.position !== null,
  })
  const versions: Record<string, unknown> = { USER_DATA_PATH: 'wxfile://usr' }
  return {
    apis: {
      env: versions,
      getWindowInfo: () => realm.json(windowInfo()),
      getAppBaseInfo: () => realm.json(appBase()),
      getDeviceInfo: () => realm.json(device()),
      getSystemInfoSync: () => realm.json(all()),
      getSystemInfo: (options: unknown) => answer(realm, 'getSystemInfo', options, all),
      getSystemInfoAsync: (options: unknown) => answer(realm, 'getSystemInfoAsync', options, all),
      getSystemSetting: () => realm.json({ locationEnabled: person.position !== null, wifiEnabled: true }),
      getAppAuthorizeSetting: () =>
        realm.json({ locationAuthorized: person.position === null ? 'denied' : 'authorized' }),
      getMenuButtonBoundingClientRect: () =>
        realm.json({ width: 87, height: 32, top: 51, right: 383, bottom: 83, left: 296 }),
      getLaunchOptionsSync: () => realm.json({ path: '', query: {}, scene: 1001, referrerInfo: {} }),
      getEnterOptionsSync: () => realm.json({ path: '', query: {}, scene: 1001, referrerInfo: {} }),
      getAccountInfoSync: () =>
        realm.json({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
      canIUse: (name: unknown) => !person.lacks.includes(String(name)),
      onThemeChange: themes.on,
      offThemeChange: themes.off,
      // These events never come in a walk; whoever listens may do so.
      onWindowResize: deaf.on,
      offWindowResize: deaf.off,
      onKeyboardHeightChange: deaf.on,
      offKeyboardHeightChange: deaf.off,
      onMemoryWarning: deaf.on,
      offMemoryWarning: deaf.off,
      onAppShow: deaf.on,
      offAppShow: deaf.off,
      onAppHide: deaf.on,
      offAppHide: deaf.off,
      onError: deaf.on,
      offError: deaf.off,
      onUnhandledRejection: deaf.on,
      offUnhandledRejection: deaf.off,
      getUpdateManager: () => ({
        onCheckForUpdate: () => undefined,
        onUpdateReady: () => undefined,
        onUpdateFailed: () => undefined,
        applyUpdate: () => undefined,
      }),
      nextTick: (work: unknown) => realm.setTimeout(() => realm.call('nextTick', work, undefined), 0),
    },
    /** The person switches the phone to dark or back. */
    switchTheme: (theme: Person['theme']) => {
      person.theme = theme
      themes.emit({ theme })
    },
  }
}
