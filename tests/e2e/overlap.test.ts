/** What lies over the map lies beside one another: at 320 px, in large type, and at 200 % of a desktop's window. */
import type { Page } from 'playwright-core'
import { boxOf, type Edges } from './support/in-sight'
import { until, type VisitOptions, withVisitors } from './support/visitors'

const visits = withVisitors()

const over: Record<string, (page: Page) => ReturnType<Page['locator']>> = {
  chips: (page) => page.getByRole('group', { name: '筛选' }),
  scale: (page) => page.getByTitle('比例尺'),
  legend: (page) => page.getByRole('button', { name: '图例' }),
  sheet: (page) => page.getByRole('button', { name: /用我的位置/ }),
}

const windows: [string, VisitOptions][] = [
  ['320 px', { viewport: { width: 320, height: 568 } }],
  ['320 px in large type', { viewport: { width: 320, height: 568 }, elder: true }],
  ['360×640 in large type', { viewport: { width: 360, height: 640 }, elder: true }],
  ['200 % of 1280×1024', { viewport: { width: 640, height: 512 }, isMobile: false, hasTouch: false }],
  ['the phone', {}],
]

test.each(windows)('%s: nothing on the map lies on anything else', async (_, options) => {
  const { page } = await visits.visit({ route: '/tabs/map/index', ...options })
  await page.locator('.map-cluster, .map-pin').first().waitFor()
  await until(
    page,
    () => page.getByTitle('比例尺').count(),
    (count) => count === 1,
  )
  const boxes: [string, Edges][] = []
  for (const [name, find] of Object.entries(over)) boxes.push([name, await boxOf(find(page))])
  const clusters = await page.locator('.map-cluster').all()
  const found = await Promise.all(
    clusters.map(async (one, n): Promise<[string, Edges]> => [`cluster ${n}`, await boxOf(one)]),
  )
  // Chips and list hide what of the map lies under them: only what can be seen counts.
  const seen = await Promise.all(found.map(([, box]) => isSeen(page, box)))
  const free = found.filter((_, n) => seen[n])
  expect(meeting([...boxes, ...free])).toEqual([])
})

/** Whether all of a disc can be seen: its middle, and its upper and lower edge. */
function isSeen(page: Page, { left, right, top, bottom }: Edges): Promise<boolean> {
  return page.evaluate(
    ({ x, ys }) => ys.every((y) => document.elementFromPoint(x, y)?.closest('.map-cluster')),
    { x: (left + right) / 2, ys: [top + 3, (top + bottom) / 2, bottom - 3] },
  )
}

/** Pairs whose boxes share more than 2 px. Two clusters are discs: they meet where their middles are too near. */
function meeting(boxes: readonly [string, Edges][]): string[] {
  return boxes.flatMap(([name, box], n) =>
    boxes.slice(n + 1).flatMap(([other, second]) => {
      const isPair = name.startsWith('cluster') && other.startsWith('cluster')
      return (isPair ? discsMeet(box, second) : boxesMeet(box, second)) ? [`${name} on ${other}`] : []
    }),
  )
}

function boxesMeet(a: Edges, b: Edges): boolean {
  return a.left + 2 < b.right && b.left + 2 < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom
}

function discsMeet(a: Edges, b: Edges): boolean {
  const middle = ({ left, right, top, bottom }: Edges) => ({ x: (left + right) / 2, y: (top + bottom) / 2 })
  const [one, two] = [middle(a), middle(b)]
  const radii = (a.right - a.left + (b.right - b.left)) / 2
  return Math.hypot(one.x - two.x, one.y - two.y) + 2 < radii
}
