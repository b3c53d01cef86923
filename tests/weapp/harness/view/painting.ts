/** What WeChat draws natively and a window would leave blank: pictures and maps, for the screenshots. Runs inside the view. */
import type { Made } from './reading'

const raw = (element: Made, name: string): unknown => element.__wxElement?.getAttribute(name)

/** jsdom lays nothing out, so there is nothing to paint on. */
export function paint(): void {
  if (document.body.getBoundingClientRect().width === 0) return
  for (const image of document.querySelectorAll<HTMLElement & Made>('wx-image')) paintImage(image)
  for (const map of document.querySelectorAll<HTMLElement & Made>('wx-map')) paintMap(map)
}

/** https://developers.weixin.qq.com/miniprogram/dev/component/image.html, the modes that keep to the box. */
const sizes: Record<string, string> = { aspectFit: 'contain', aspectFill: 'cover', scaleToFill: '100% 100%' }

function paintImage(image: HTMLElement & Made): void {
  const src = raw(image, 'src')
  if (typeof src !== 'string' || src === '') return
  image.style.backgroundImage = `url("${src}")`
  image.style.backgroundSize = sizes[String(raw(image, 'mode'))] ?? '100% 100%'
}

type Marker = {
  longitude: number
  latitude: number
  iconPath?: string
  width?: number
  height?: number
  /** Which point of the picture stands on the place; the middle of its foot by default. */
  anchor?: { x: number; y: number }
  label?: { content: string }
}

/** Markers where they stand on a Mercator map of this centre and scale; the ground itself stays plain. */
function paintMap(map: HTMLElement & Made): void {
  const { width, height } = map.getBoundingClientRect()
  const scale = 256 * 2 ** Number(raw(map, 'scale') ?? 16)
  const project = (longitude: number, latitude: number) => {
    const sine = Math.sin((latitude * Math.PI) / 180)
    const north = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
    return { x: scale * (longitude / 360 + 0.5), y: scale * north }
  }
  const centre = project(Number(raw(map, 'longitude')), Number(raw(map, 'latitude')))
  const markers = raw(map, 'markers')
  map.style.position ||= 'relative'
  map.querySelectorAll('.painted-marker').forEach((old) => {
    old.remove()
  })
  for (const marker of Array.isArray(markers) ? markers : []) map.append(pin(marker))

  function pin({ longitude, latitude, iconPath, width: w = 24, height: h = 24, anchor, label }: Marker) {
    const { x, y } = project(longitude, latitude)
    const foot = anchor ?? { x: 0.5, y: 1 }
    const element = document.createElement('div')
    element.className = 'painted-marker'
    element.textContent = label?.content ?? ''
    const picture = iconPath ? `center / contain no-repeat url("${iconPath}")` : '#c8102e'
    element.style.cssText = `position:absolute;width:${w}px;height:${h}px;background:${picture};
      font:14px/${h}px sans-serif;color:#1f1b16;text-align:center;
      left:${width / 2 + x - centre.x - w * foot.x}px;top:${height / 2 + y - centre.y - h * foot.y}px`
    return element
  }
}
