/** Printed codes: made from the secret, and kept as what cannot be turned back. */
import { base32 } from '../../shared/codes/base32'
import { hmacSha256 } from '../../shared/codes/hmac'
import { codeLength, withCheck } from './code'

/** The code number `index` of a batch, from 0. Nothing has to be kept to print it again. */
export function codeOf(secret: string, batch: string, index: number): string {
  return withCheck(base32(hmacSha256(secret, `code|${batch}|${index}`), codeLength - 1))
}

/** What is kept of a code. Without the secret, who reads the whole table can try as many codes as they like: none will fit. */
export function codeHash(secret: string, code: string): string {
  return base32(hmacSha256(secret, `code-hash|${code}`), 26)
}
