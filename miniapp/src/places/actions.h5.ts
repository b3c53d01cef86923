/** What one does with a place, in a browser. None of it carries the person's position. */
import type { PlaceSummary } from '@contract/places'

type Spot = Pick<PlaceSummary, 'name' | 'address' | 'lng' | 'lat'>

/**
 * Opens AutoNavi's page or app at the place: it reads GCJ-02, which `geo:` links do not. It finds the start by
 * itself, so that we need not tell it.
 */
export function navigateTo({ name, lng, lat }: Spot): void {
  const query = new URLSearchParams({
    to: `${lng},${lat},${name}`,
    mode: 'walk',
    coordinate: 'gaode',
    callnative: '1',
  })
  window.open(`https://uri.amap.com/navigation?${query}`, '_blank', 'noopener')
}

export function call(phone: string): void {
  window.location.href = `tel:${phone.replace(/[^\d+]/g, '')}`
}

/** True: it is in the clipboard. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
