/** A map of places with leaflet: what is in view becomes a marker, the rest stays data. For the browser alone. */
import type { Bbox, OpenAnswer, PlaceSummary, Point } from '@contract/places'
import L from 'leaflet'
import { createMarkers, firstZoom, type Marker, type Markers } from './clusters'
import type { Projection } from './datum'
import { labelsWithRoom, labelText } from './labels'
import { pinSvg, themePalette } from './pin-art'

import type { MapTarget, PlaceMapProps, Seen } from './place-map-props'
import type { SpotIndex } from './spots'

export type LeafletMap = {
  show(pinned: readonly { place: PlaceSummary; open: OpenAnswer }[], today: string, spots: SpotIndex): void
  choose(place: PlaceSummary | null): void
  here(point: Point | null): void
  /** The city's centre, which is no place: a sign of its own that leads to its page. */
  centre(point: Point | null): void
  go(target: MapTarget): void
  /** px of the upper and the lower edge that something covers. */
  cover(above: number, below: number): void
  under(layer: L.Layer | null, zoomed: (zoom: number) => void): void
  zoom(by: 1 | -1): void
  resized(): void
  remove(): void
}

const pinSize = 34
const chosenSize = 50
const spotSize = 34
const firstNameZoom = 14.5
const centreFromZoom = 12
/** px of a pin's name: --t1 of design/tokens.scss. */
const letterSize = 12
const elderLetter = 18

export function createLeafletMap(
  element: HTMLElement,
  told: Pick<PlaceMapProps, 'onPick' | 'onPickSpot' | 'onMoved'> & {
    onShown(seen: Seen): void
    onCentre(): void
  },
  { toTiles, fromTiles }: Projection,
): LeafletMap {
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = L.map(element, {
    zoomControl: false,
    attributionControl: false,
    // The list is what a keyboard and a screen reader use; the map offers them buttons outside of it.
    keyboard: false,
    minZoom: firstZoom,
    maxZoom: 18,
    zoomSnap: 0.5,
    zoomAnimation: !calm,
    fadeAnimation: false,
    markerZoomAnimation: !calm,
  })
  const pins = L.layerGroup().addTo(map)
  const drawn = new Map<string, L.Marker>()
  let markers: Markers | null = null
  let chosen: L.Marker | null = null
  let dot: L.Marker | null = null
  let sign: L.Marker | null = null
  let above = 0
  let covered = 0
  let under: L.Layer | null = null
  let zoomed: (zoom: number) => void = () => {}
  /** Moves that we order are not the person's. */
  let ordered = false

  /** Redraws by difference: panning and filters keep every marker that stays in view as it is. */
  function draw(): void {
    if (!markers) return
    const { x, y } = map.getSize()
    const shown = markers.inView(boxOf(x, y), Math.floor(map.getZoom()))
    const wanted = new Map(shown.map((one) => [one.key, one]))
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

  /** From afar the sign would lie under the clusters of the city's middle. */
  function nameCentre(): void {
    sign?.getElement()?.classList.toggle('map-centre-far', map.getZoom() < centreFromZoom)
  }

  /** Near the ground the pins get their names, where there is room for them. */
  function name(shown: readonly Marker[]): void {
    const { x, y } = map.getSize().divideBy(2)
    const letter = element.closest('.elder') ? elderLetter : letterSize
    const places = map.getZoom() < firstNameZoom ? [] : shown.filter((one) => one.type === 'place')
    const named = labelsWithRoom(
      places.map(({ key, name, point }) => {
        const at = map.latLngToContainerPoint(latLng(point))
        return { key, x: at.x, y: at.y, width: labelText(name).length * letter + 8 }
      }),
      { x, y },
      letter * 1.5,
    )
    for (const [key, marker] of drawn) marker.getElement()?.classList.toggle('map-pin-named', named.has(key))
  }

  function markerOf(one: Marker): L.Marker {
    const at = latLng(one.point)
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
      const paddingBottomRight: L.PointTuple = [28, covered + 28]
      map.fitBounds(
        [latLng({ lng: west, lat: south }), latLng({ lng: east, lat: north })],
        // Half of a cluster, and above it the chips.
        { paddingTopLeft: [28, above + 28], paddingBottomRight, animate: false },
      )
      return
    }
    const { centre, zoom } = target
    const shifted = map.project(latLng(centre), zoom).add([0, covered / 2])
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

  const latLng = (point: Point): L.LatLngTuple => {
    const { lng, lat } = toTiles(point)
    return [lat, lng]
  }

  /** From the upper left corner, px. */
  function boxOf(width: number, height: number): Bbox {
    const { lng: west, lat: north } = fromTiles(map.containerPointToLatLng([0, 0]))
    const { lng: east, lat: south } = fromTiles(map.containerPointToLatLng([width, height]))
    return [west, south, east, north]
  }

  function seen(): Seen {
    const { x, y } = map.getSize()
    const height = Math.max(y - covered, 1)
    return {
      centre: fromTiles(map.containerPointToLatLng([x / 2, height / 2])),
      zoom: map.getZoom(),
      bbox: boxOf(x, height),
    }
  }

  map.on('moveend', () => {
    draw()
    told.onShown(seen())
    if (!ordered) told.onMoved(seen())
    ordered = false
  })
  map.on('zoomend', () => {
    zoomed(map.getZoom())
    nameCentre()
  })

  return {
    show(pinned, today, spots) {
      markers = createMarkers(pinned, today, spots)
      if (isShown()) draw()
    },
    choose(place) {
      chosen?.remove()
      chosen = null
      if (!place) return
      const icon = pinIcon('', chosenSize, 'map-chosen')
      chosen = L.marker(latLng(place), {
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
      dot = L.marker(latLng(point), { icon, interactive: false, keyboard: false }).addTo(map)
    },
    centre(point) {
      sign?.remove()
      sign = null
      if (!point) return
      const icon = L.divIcon({ className: 'map-centre', html: '<span>福彩中心</span>', iconSize: [0, 0] })
      sign = L.marker([point.lat, point.lng], { icon, keyboard: false, title: '市福彩中心' }).addTo(map)
      sign.on('click', told.onCentre)
      if (isShown()) nameCentre()
    },
    go: (target) => move(target),
    cover(top, bottom) {
      above = top
      covered = bottom
      if (isShown()) told.onShown(seen())
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
