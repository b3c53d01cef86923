import type L from 'leaflet'

/** Whether a map was put anywhere yet, and not taken away again: leaflet throws when asked where it is otherwise. */
export function isPlaced(map: L.Map): boolean {
  try {
    map.getCenter()
    return true
  } catch {
    return false
  }
}
