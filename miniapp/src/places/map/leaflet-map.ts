/** A map of places with leaflet: what is in view becomes a marker, the rest stays data. For the browser alone. */
import type { OpenAnswer, PlaceSummary, Point } from '@contract/places'
import L from 'leaflet'
import { createMarkers, type Marker, type Markers } from './clusters'
import { labelsWithRoom, labelText } from './labels'
import { pinSvg, themePalette } from './pin-art'
import type { MapTarget, PlaceMapProps } from './place-map-props'

export type LeafletMap = {
  show(pinned: readonly { place: PlaceSummary; open: OpenAnswer }[], today: string): void
  choose(place: PlaceSummary | null): void
  here(point: Point | null): void
  go(target: MapTarget): void
  /** px of the lower edge that something covers. */
  cover(px: number): void
  under(layer: L.Layer | null, zoomed: (zoom: number) => void): void
  zoom(by: 1 | -1): void
  resized(): void
  remove(): void
}

const pinSize = 34
const chosenSize = 50
const spotSize = 34
const firstNameZoom = 14.5
/** px of a pin's name: --t1 of design/tokens.scss. */
const letterSize = 12
const elderLetter = 18

export function createLeafletMap(
  element: HTMLElement,
  told: Pick<PlaceMapProps, 'onPick' | 'onPickSpot' | 'onMoved'>,
): LeafletMap {
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = L.map(element, {
    zoomControl: false,
    attributionControl: false,
    // The list is what a keyboard and a screen reader use; the map offers them buttons outside of it.
    keyboard: false,
    minZoom: 7,
    maxZoom: 18,
    zoomSnap: 0.5,
    zoomAnimation: !calm,
    fadeAnimation: false,
    markerZoomAnimation: !calm,
  })
  L.control.scale({ imperial: false, position: 'topright' }).addTo(map)
  const pins = L.layerGroup().addTo(map)
  const drawn = new Map<string, L.Marker>()
  let markers: Markers | null = null
  let chosen: L.Marker | null = null
  let dot: L.Marker | null = null
  let covered = 0
  let under: L.Layer | null = null
  let zoomed: (zoom: number) => void = () => {}
  /** Moves that we order are not the person's. */
  let ordered = false

  /** Redraws by difference: panning keeps every marker that stays in view. */
  function draw(): void {
    if (!markers) return
    const bounds = map.getBounds()
    const bbox = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()] as const
    const wanted = new Map(markers.inView([...bbox], Math.floor(map.getZoom())).map((one) => [one.key, one]))
    for (const [key, marker] of drawn) {
      if (wanted.has(key)) continue
      pins.removeLayer(marker)
      drawn.delete(key)
    }
    for (const [key, one] of wanted) {
      if (!drawn.has(key)) drawn.set(key, markerOf(one).addTo(pins))
    }
    name([...wanted.values()])
  }

  /** Near the ground the pins get their names, where there is room for them. */
  function name(shown: readonly Marker[]): void {
    const { x, y } = map.getSize().divideBy(2)
    const letter = element.closest('.elder') ? elderLetter : letterSize
    const places = map.getZoom() < firstNameZoom ? [] : shown.filter((one) => one.type === 'place')
    const named = labelsWithRoom(
      places.map(({ key, name, point }) => {
        const at = map.latLngToContainerPoint([point.lat, point.lng])
        return { key, x: at.x, y: at.y, width: labelText(name).length * letter + 8 }
      }),
      { x, y },
      letter * 1.5,
    )
    for (const [key, marker] of drawn) marker.getElement()?.classList.toggle('map-pin-named', named.has(key))
  }

  function markerOf(one: Marker): L.Marker {
    const at: L.LatLngTuple = [one.point.lat, one.point.lng]
    if (one.type === 'place') {
      const label = document.createElement('span')
      label.textContent = labelText(one.name)
      const html = pinSvg(one.shape, one.state, pinSize, themePalette) + label.outerHTML
      const icon = pinIcon(html, pinSize, 'map-pin')
      const marker = L.marker(at, { icon, keyboard: false, title: one.name })
      return marker.on('click', () => told.onPick(one.id))
    }
    if (one.type === 'spot') {
      const icon = pinIcon(`<span>${one.count}</span>`, spotSize, 'map-cluster map-spot')
      const marker = L.marker(at, { icon, keyboard: false, title: `这里有 ${one.count} 处` })
      return marker.on('click', () => told.onPickSpot(one.ids))
    }
    const size = one.count < 10 ? 36 : one.count < 100 ? 42 : 50
    const icon = pinIcon(`<span>${one.count}</span>`, size, 'map-cluster')
    const marker = L.marker(at, { icon, keyboard: false, title: `${one.count} 处` })
    return marker.on('click', () => move({ centre: one.point, zoom: Math.min(one.zoom, 18) }, false))
  }

  /** The middle of what is seen lies above the middle of the map by half of what is covered. */
  function move(target: MapTarget, byUs = true): void {
    ordered = byUs
    if ('bbox' in target) {
      const [west, south, east, north] = target.bbox
      const paddingBottomRight: L.PointTuple = [24, covered + 24]
      map.fitBounds(
        [
          [south, west],
          [north, east],
        ],
        { paddingTopLeft: [24, 72], paddingBottomRight, animate: false },
      )
      return
    }
    const { centre, zoom } = target
    const shifted = map.project([centre.lat, centre.lng], zoom).add([0, covered / 2])
    map.setView(map.unproject(shifted, zoom), zoom, { animate: !calm && isShown() })
  }

  /** leaflet throws when asked where it is before it was put anywhere. */
  function isShown(): boolean {
    try {
      map.getCenter()
      return true
    } catch {
      return false
    }
  }

  function seenCentre(): Point {
    const zoom = map.getZoom()
    const middle = map.project(map.getCenter(), zoom).subtract([0, covered / 2])
    const { lng, lat } = map.unproject(middle, zoom)
    return { lng, lat }
  }

  map.on('moveend', () => {
    draw()
    if (!ordered) told.onMoved(seenCentre(), map.getZoom())
    ordered = false
  })
  map.on('zoomend', () => zoomed(map.getZoom()))

  return {
    show(pinned, today) {
      markers = createMarkers(pinned, today)
      pins.clearLayers()
      drawn.clear()
      if (isShown()) draw()
    },
    choose(place) {
      chosen?.remove()
      chosen = null
      if (!place) return
      const icon = pinIcon('', chosenSize, 'map-chosen')
      chosen = L.marker([place.lat, place.lng], {
        icon,
        interactive: false,
        keyboard: false,
        zIndexOffset: -500,
      })
      chosen.addTo(map)
    },
    here(point) {
      dot?.remove()
      dot = null
      if (!point) return
      const icon = pinIcon('', 20, 'map-here')
      dot = L.marker([point.lat, point.lng], { icon, interactive: false, keyboard: false }).addTo(map)
    },
    go: (target) => move(target),
    cover(px) {
      covered = px
    },
    under(layer, onZoom) {
      under?.remove()
      under = layer
      zoomed = onZoom
      layer?.addTo(map)
      if (isShown()) zoomed(map.getZoom())
    },
    zoom: (by) => map.setZoom(Math.round(map.getZoom()) + by),
    resized() {
      // The window has changed, or the letters: nobody has moved the map.
      ordered = true
      map.invalidateSize({ animate: false })
      ordered = false
    },
    remove: () => map.remove(),
  }
}

function pinIcon(html: string, size: number, className: string): L.DivIcon {
  return L.divIcon({ className, html, iconSize: [size, size], iconAnchor: [size / 2, size / 2] })
}
