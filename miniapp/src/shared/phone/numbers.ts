/** The telephone numbers of a place, the one to dial first in front. */
import type { PlaceSummary } from '@contract/places'

export function phonesOf({ phone, otherPhones }: Pick<PlaceSummary, 'phone' | 'otherPhones'>): string[] {
  return phone === null ? [] : [phone, ...(otherPhones ?? [])]
}

/** What a telephone can dial: no spaces or brackets, and not the extension, which somebody has to be asked for. */
export function dialled(phone: string): string {
  return phone.replace(/(?:转|x|ext).*$/i, '').replace(/[^\d+]/g, '')
}
