import type { Scanned } from './scan'

export type { Scanned }

/** Browsers have no scanner that all of them share: codes are typed. */
export async function scanCode(): Promise<Scanned> {
  return { state: 'unavailable' }
}

export const canScan = false
