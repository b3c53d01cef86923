/** What can be seen of the map: the part that neither chips nor list nor the strip at its foot cover. */
import type { Page } from 'playwright-core'
import { boxOf, type Edges } from './in-sight'

/** px in the window. */
export async function freePart(page: Page): Promise<Edges> {
  const map = await boxOf(page.locator('.leaflet-container'))
  const chips = await boxOf(page.getByRole('group', { name: '筛选' }))
  const foot = await boxOf(page.getByLabel('比例尺和地图说明'))
  const isBeside = chips.right <= map.left + 1
  return { ...map, top: isBeside ? map.top : Math.max(map.top, chips.bottom), bottom: foot.top }
}

/** The titles of the clusters and pins whose middle lies there. */
export function markersIn(page: Page, free: Edges): Promise<string[]> {
  return page.locator('.map-cluster, .map-pin').evaluateAll(
    (all, { left, right, top, bottom }) =>
      all.flatMap((one) => {
        const box = one.getBoundingClientRect()
        const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
        return x > left && x < right && y > top && y < bottom ? [one.getAttribute('title') ?? ''] : []
      }),
    free,
  )
}
