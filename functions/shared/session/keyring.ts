/** Public keys by their id, as a function remembers them between requests. */
import { type CryptoKey, importJWK } from 'jose'
import { minuteMs } from '../day'
import { remember } from '../items/remember'
import { algorithm, type PublicKey } from './signing'

/** Reads the keys where they are kept; throws if it cannot. */
export type PublicKeySource = () => Promise<readonly PublicKey[]>
export type Keyring = { find: (kid: string) => Promise<CryptoKey | null> }

const refreshAfterMs = 5 * minuteMs
/** However many made-up ids arrive, the keys are not read again more often than this. */
const leastPauseMs = 30_000

/** Reads the keys again every five minutes, and for an id it has not seen at once, but for that at most every 30 s. */
export function createKeyring(source: PublicKeySource, clock: () => number): Keyring {
  const keys = remember(async () => {
    const read = await source()
    return new Map(await Promise.all(read.map(async (key) => [key.kid, await imported(key)] as const)))
  }, clock)
  return {
    async find(kid) {
      const known = (await keys(refreshAfterMs)).get(kid)
      return known ?? (await keys(leastPauseMs)).get(kid) ?? null
    },
  }
}

async function imported({ kty, crv, x, y }: PublicKey): Promise<CryptoKey> {
  const key = await importJWK({ kty, crv, x, y }, algorithm)
  if (key instanceof Uint8Array) throw new Error('a public key is not symmetric')
  return key
}
