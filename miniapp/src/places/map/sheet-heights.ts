import { useWindowSize } from '@/shared/platform/window-size'
import { useElder } from '@/shared/storage/settings'
import { useCompact } from '../components/compact'
import { rowHeight } from '../components/row-height'
import type { Stop } from './map-sheet'
import type { MapScreen } from './use-map-screen'

/**
 * px. The lowest shows the first row whole, or the card of the chosen place; the highest leaves the chips. Large type in
 * a low window begins with the first row alone, and its lowest is the head: half of the window would leave no map.
 */
export function useSheetHeights(screen: MapScreen, windowHeight: number): Record<Stop, number> {
  const elder = useElder()
  const compact = useCompact()
  const { width } = useWindowSize()
  const touch = elder ? 60 : 44
  const bars = elder ? 68 + 77 : 52 + 57
  const area = windowHeight - bars
  const head = touch + 1
  const first = screen.listed[0]
  const row = first ? rowHeight(first.place.name, width, elder) : 120
  // Until the card has reported its height.
  const card = (compact ? 212 : head + (elder ? 240 : 190)) + (screen.beside > 0 ? touch : 0)
  const low = screen.chosen ? card : head + row
  const full = Math.max(area - touch - 16, low)
  if (screen.chosen) return { peek: low, half: low, full }
  return compact
    ? { peek: head, half: low, full }
    : { peek: low, half: Math.max(Math.round(area * 0.5), low), full }
}
