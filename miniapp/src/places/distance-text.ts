/** How far a place is, in words. A distance that is not from the person says in the same breath from where. Pure. */
import type { Origin } from '@/shared/city/where/store'

/** Metres as one says them: `50 米内`, `350 米`, `1.2 公里`, `14 公里`. */
export function distanceText(metres: number): string {
  if (metres < 50) return '50 米内'
  if (metres < 995) return `${Math.round(metres / 10) * 10} 米`
  const km = metres / 1000
  return km < 9.95 ? `${km.toFixed(1)} 公里` : `${Math.round(km)} 公里`
}

const metresPerMinute = 80
const longestWalk = 40

/** `步行约 6 分钟` at 80 m a minute; null where nobody would walk (over 40 minutes). */
export function walkText(metres: number): string | null {
  const minutes = Math.max(1, Math.round(metres / metresPerMinute))
  return minutes > longestWalk ? null : `步行约 ${minutes} 分钟`
}

/** `我的位置`, `清江浦区中心`, `淮安市中心`, `地图中心`. */
export function originName({ from, name }: Origin): string {
  switch (from) {
    case 'position':
    case 'map':
      return name
    case 'district':
      return `${name}中心`
    case 'centre':
      return `${name}市中心`
  }
}

/** `从我的位置算起`, `从清江浦区中心算起`, `从地图中心算起`. */
export function originText(origin: Origin): string {
  return `从${originName(origin)}算起`
}

/** `350 米` from the person; `距清江浦区中心 350 米` from anywhere else, as one piece that is never drawn apart. */
export function distanceFromText(metres: number, origin: Origin): string {
  const distance = distanceText(metres)
  return origin.from === 'position' ? distance : `距${originName(origin)} ${distance}`
}

/** The walk that begins where the person stands; null from anywhere else, for nobody walks from the city's centre. */
export function walkFrom(metres: number, origin: Origin): string | null {
  return origin.from === 'position' ? walkText(metres) : null
}

/** Distance and walk in one line: `350 米 · 步行约 4 分钟`, `距淮安市中心 350 米`. */
export function distanceLine(metres: number, origin: Origin): string {
  return [distanceFromText(metres, origin), walkFrom(metres, origin)].filter(Boolean).join(' · ')
}
