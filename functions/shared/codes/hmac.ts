/**
 * HMAC with SHA-256 (RFC 2104, FIPS 180-4) in plain JavaScript: the phone makes codes without a network that the server
 * makes again, and a phone of iOS 13 has no BigInt, which other libraries ask for while they load.
 */
import { hmac } from '@stablelib/hmac'
import { SHA256 } from '@stablelib/sha256'
import { encode } from '@stablelib/utf8'

/** 32 bytes. A text stands for its UTF-8. */
export function hmacSha256(key: Uint8Array | string, message: Uint8Array | string): Uint8Array {
  return hmac(SHA256, bytesOf(key), bytesOf(message))
}

const bytesOf = (value: Uint8Array | string) => (typeof value === 'string' ? encode(value) : value)
