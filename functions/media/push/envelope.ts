/**
 * What WeChat pushes to a mini-program's server (消息推送, developers.weixin.qq.com), in its safe mode alone: in the plain one the
 * signature is of time and nonce, and a message could be swapped for another. Pure.
 */
import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'

/** `token` and `aesKey` are what the console calls Token and EncodingAESKey (43 characters). */
export type PushKeys = { token: string; aesKey: string }

const aesKeyCharacters = 43
const tokenCharacters = 32
export const pushSecretCharacters = aesKeyCharacters + tokenCharacters

/** One secret holds both: first the EncodingAESKey, then the Token. */
export const pushKeysOf = (secret: string): PushKeys => ({
  aesKey: secret.slice(0, aesKeyCharacters),
  token: secret.slice(aesKeyCharacters, pushSecretCharacters),
})

/** In the order of their characters, and then SHA-1 of all. */
export const pushSignature = (...parts: string[]): string =>
  createHash('sha1').update(parts.sort().join('')).digest('hex')

export const isSignedBy = (signature: string, ...parts: string[]): boolean => {
  const wanted = Buffer.from(pushSignature(...parts))
  const given = Buffer.from(signature)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

const randomBytes = 16
const lengthBytes = 4
/** They fill up to blocks of 32 bytes, and not to AES's own of 16. */
const mostPadding = 32

/** The message; null where it was not made with the key. Behind it stands the appid, which whoever has the key knows. */
export const openedMessage = (encrypted: string, { aesKey }: PushKeys): string | null => {
  try {
    const key = Buffer.from(`${aesKey}=`, 'base64')
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
    const padded = Buffer.concat([decipher.update(Buffer.from(encrypted, 'base64')), decipher.final()])
    const padding = padded.at(-1) ?? 0
    if (padding < 1 || padding > mostPadding) return null
    const plain = padded.subarray(randomBytes, padded.length - padding)
    const end = lengthBytes + plain.readUInt32BE(0)
    return end > plain.length ? null : plain.subarray(lengthBytes, end).toString()
  } catch {
    return null
  }
}
