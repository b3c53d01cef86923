/**
 * Privacy authorisation and the position, in WeChat's order: the API must be declared in app.json, the
 * privacy guide agreed to, the scope granted; only then does the phone say where it is.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html
 */
import { locationApis } from '../apis'
import type { WeappPackage } from '../package'
import { isMethod, isRecord, type Realm } from '../realm'
import type { Verdict } from '../verdict'
import { answer, WxFailure } from './call'
import type { Person } from './person'

const scopes: Record<string, string> = {
  getFuzzyLocation: 'scope.userFuzzyLocation',
  getLocation: 'scope.userLocation',
  startLocationUpdate: 'scope.userLocation',
}

/** What WeChat remembers of this person's answers, across launches. */
export interface Consent {
  privacy: boolean
  readonly scopes: Map<string, boolean>
}

interface World {
  readonly weapp: WeappPackage
  readonly realm: Realm
  readonly verdict: Verdict
  readonly person: Person
  readonly consent: Consent
  /** Ids of the buttons with open-type agreePrivacyAuthorization that the person has pressed. */
  readonly agreed: ReadonlySet<string>
  /** Remembers what WeChat showed the person, in order. */
  readonly note: (api: string, options: unknown) => void
}

export function privacyApis(world: World): Record<string, unknown> {
  const { realm, consent, person, weapp } = world
  let guide: unknown = null

  /** The app's own guide if it has one, else WeChat's dialog; resolves when the person has answered. */
  function askForPrivacy(): Promise<void> {
    if (consent.privacy || weapp.app.__usePrivacyCheck__ !== true) return Promise.resolve()
    const settle = (agreed: boolean) => {
      consent.privacy = agreed
      if (!agreed) throw new WxFailure('privacy permission is not authorized', 104)
    }
    world.note('privacy guide', { own: isMethod(guide) })
    if (!isMethod(guide)) return Promise.resolve().then(() => settle(person.agreesToPrivacy))
    return new Promise<boolean>((resolve) => {
      const onAnswer = (answered: unknown) => {
        const { event, buttonId }: Record<string, unknown> = isRecord(answered) ? answered : {}
        if (event === 'exposureAuthorization') return
        // WeChat believes an agreement only from its own kind of button.
        const pressed = typeof buttonId === 'string' && world.agreed.has(buttonId)
        if (event === 'agree' && !pressed) world.verdict.report('privacy without a button', String(buttonId))
        resolve(event === 'agree' && pressed)
      }
      realm.call(
        'onNeedPrivacyAuthorization',
        guide,
        undefined,
        onAnswer,
        realm.json({ referrer: 'getFuzzyLocation' }),
      )
    }).then(settle)
  }

  function askForScope(scope: string): void {
    if (!consent.scopes.has(scope)) {
      world.note('asks for', { scope, purpose: weapp.app.permission[scope]?.desc })
      consent.scopes.set(scope, person.grantsLocation)
    }
    if (consent.scopes.get(scope) !== true) throw new WxFailure('auth deny', 103)
  }

  function locate(name: string): { longitude: number; latitude: number } {
    askForScope(scopes[name] ?? 'scope.userLocation')
    if (person.position === null) throw new WxFailure('system permission denied', 2)
    return person.position
  }

  const declaredOnly =
    (name: string, work: () => unknown) =>
    (options: unknown): unknown =>
      answer(realm, name, options, async () => {
        if (!weapp.app.requiredPrivateInfos.includes(name)) {
          world.verdict.report('undeclared location api', `wx.${name} is not in requiredPrivateInfos`)
          throw new WxFailure(
            'the api need to be declared in the requiredPrivateInfos field in app.json/ext.json',
          )
        }
        await askForPrivacy()
        return work()
      })

  const location = Object.fromEntries(
    locationApis.map((name) => [name, declaredOnly(name, () => locate(name))]),
  )
  const authSetting = () => Object.fromEntries(consent.scopes)
  return {
    ...location,
    onNeedPrivacyAuthorization: (listener: unknown) => {
      guide = listener
    },
    // The clipboard counts as private information too.
    setClipboardData: (options: unknown) =>
      answer(realm, 'setClipboardData', options, async ({ data }) => {
        await askForPrivacy()
        world.note('setClipboardData', { data })
      }),
    requirePrivacyAuthorize: (options: unknown) =>
      answer(realm, 'requirePrivacyAuthorize', options, () => askForPrivacy()),
    getPrivacySetting: (options: unknown) =>
      answer(realm, 'getPrivacySetting', options, () => ({
        needAuthorization: weapp.app.__usePrivacyCheck__ === true && !consent.privacy,
        privacyContractName: '《福驿小程序隐私保护指引》',
      })),
    openPrivacyContract: (options: unknown) =>
      answer(realm, 'openPrivacyContract', options, () => world.note('openPrivacyContract', {})),
    getSetting: (options: unknown) =>
      answer(realm, 'getSetting', options, () => ({ authSetting: authSetting() })),
    authorize: (options: unknown) =>
      answer(realm, 'authorize', options, async ({ scope }) => {
        await askForPrivacy()
        askForScope(String(scope))
      }),
    /** The settings screen: there the person switches the scopes to what they now want. */
    openSetting: (options: unknown) =>
      answer(realm, 'openSetting', options, () => {
        for (const scope of consent.scopes.keys()) consent.scopes.set(scope, person.grantsLocation)
        return { authSetting: authSetting() }
      }),
  }
}
