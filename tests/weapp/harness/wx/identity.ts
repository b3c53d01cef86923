/** Who the phone's owner is to WeChat, what its camera reads, and what else a person's login and orders need of it. */
import { randomBytes } from 'node:crypto'
import type { Realm } from '../realm'
import { answer, type Options, WxFailure } from './call'
import type { Person, WeChatAction } from './person'

export function identityApis(
  realm: Realm,
  person: Person,
  note: (api: WeChatAction['api'], options: unknown) => void,
): Record<string, unknown> {
  const copy = (options: Options): unknown => JSON.parse(JSON.stringify(options))
  return {
    login: (options: unknown) =>
      answer(realm, 'login', options, async () => {
        if (person.network === 'none') throw new WxFailure('network is down')
        const code = await person.loginCode()
        if (code === null) throw new WxFailure('system error')
        return { code }
      }),
    scanCode: (options: unknown) =>
      answer(realm, 'scanCode', options, (given) => {
        note('scanCode', copy(given))
        if (person.scans === null) throw new WxFailure('cancel')
        return { result: person.scans, scanType: 'QR_CODE', charSet: 'UTF-8', path: '', rawData: '' }
      }),
    getRandomValues: (options: unknown) =>
      answer(realm, 'getRandomValues', options, ({ length }) => {
        if (typeof length !== 'number' || length < 1 || length > 1_048_576)
          throw new WxFailure('invalid length')
        return { randomValues: realm.buffer(randomBytes(length)) }
      }),
    setKeepScreenOn: (options: unknown) =>
      answer(realm, 'setKeepScreenOn', options, (given) => note('setKeepScreenOn', copy(given))),
  }
}
