/** What one does with a place, in a browser. The way there is in `way/`. */

import { dialled } from './numbers'

export function call(phone: string): void {
  window.location.href = `tel:${dialled(phone)}`
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
