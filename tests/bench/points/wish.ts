/** Requests of people who redeem a gift, signed beforehand: signing is identity's work on another day. */
import { createPrivateKey } from 'node:crypto'
import type { GiftItem } from '../../../functions/points/store/gift/gifts'
import { accessToken, issuer, privateKeysSchema } from '../../../functions/shared/session/signing'
import * as z from '../../../functions/shared/zod'
import { outlets, uuid7 } from '../../support/worlds/points-world'
import { personNamed, signed } from '../../support/worlds/sessions'

export type Wish = { person: string; headers: Record<string, string>; body: string }

/** @param sessionKeys the secret with which identity signs sessions now */
export function wishes(sessionKeys: string): (name: string, gift: GiftItem) => Wish {
  const authorization = signer(sessionKeys)
  return (name, gift) => {
    const person = personNamed(name)
    return {
      person,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': uuid7(Date.now(), Math.random),
        authorization: authorization(person),
      },
      body: JSON.stringify({ gift: gift.id, outlet: outlets.first, points: gift.price }),
    }
  }
}

function signer(sessionKeys: string): (person: string) => string {
  const { keys } = z.parse(privateKeysSchema, JSON.parse(sessionKeys))
  const key = keys.at(-1)
  if (!key) throw new Error('no key signs sessions')
  const { kid, kty, crv, x, y, d } = key
  const privateKey = createPrivateKey({ key: { kty, crv, x, y, d }, format: 'jwk' })
  const iat = Math.floor(Date.now() / 1000)
  const times = { iat, exp: iat + accessToken.lifeSeconds }
  return (sub) => {
    const claims = { iss: issuer, aud: accessToken.audience, sub, sid: 'bench', roles: [], ...times }
    return `Bearer ${signed({ alg: 'ES256', typ: accessToken.typ, kid }, claims, privateKey)}`
  }
}
