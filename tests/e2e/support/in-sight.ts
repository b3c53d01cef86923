/** Whether something can be seen and pressed where the page stands, without scrolling. */
import type { Locator } from 'playwright-core'

export type Edges = { left: number; top: number; right: number; bottom: number }

/** Its edges in the window, px; fails where it is not drawn. */
export async function boxOf(what: Locator): Promise<Edges> {
  const box = await what.boundingBox()
  if (!box) throw new Error(`${what} is not drawn`)
  return { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height }
}

/** Why it is not whole in sight: edges that lie outside the window, and what covers it. Empty where it is. */
export function faultsInSight(what: Locator): Promise<string[]> {
  return what.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    const faults: string[] = []
    if (left < 0 || right > window.innerWidth + 1)
      faults.push(`from ${Math.round(left)} to ${Math.round(right)} px across`)
    if (top < 0 || bottom > window.innerHeight + 1)
      faults.push(`from ${Math.round(top)} to ${Math.round(bottom)} px down`)
    for (const y of [top + 4, (top + bottom) / 2, bottom - 4]) {
      const over = document.elementFromPoint((left + right) / 2, y)
      if (over && !element.contains(over) && !over.contains(element))
        faults.push(`at ${Math.round(y)} px under ${over.className || over.tagName}`)
    }
    return faults
  })
}
