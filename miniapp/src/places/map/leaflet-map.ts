/** A map of places with leaflet: what is in view becomes a marker, the rest stays data. For the browser alone. */
import type { Bbox, OpenAnswer, PlaceSummary, Point } from '@contract/places'
import L from 'leaflet'
import { afterPaint } from './after-paint'
import { createMarkers, firstZoom, type Marker, type Markers } from './clusters'
import type { Projection } from './datum'
import { labelText } from './labels'
import { centreMarker, chosenMarker, hereMarker, markerAt } from './leaflet-markers'
import { fitNames, type Ground, namePane } from './leaflet-names'
import type { MapTarget, PlaceMapProps, Seen } from './place-map-props'
import { isPlaced } from './placed'
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
  /** Looks again which names have room: something else lies on the map now. */
  fitNames(): void
  under(ground: Ground): void
  zoom(by: 1 | -1): void
  resized(): void
  remove(): void
}

const firstNameZoom = 14.5
const centreFromZoom = 12
/** px of a pin's name: --t1 of design/tokens.scss. */
const letterSize = 12
const elderLetter = 18

export function createLeafletMap(
  element: HTMLElement,
  listeners: Pick<PlaceMapProps, 'onPick' | 'onPickSpot' | 'onMoved'> & {
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
  // Above the ground that they name, below whatever lies on it.
  map.createPane(namePane).style.zIndex = '250'
  const pins = L.layerGroup().addTo(map)
  const drawn = new Map<string, L.Marker>()
  let shown = new Map<string, Marker>()
  let markers: Markers | null = null
  let chosen: L.Marker | null = null
  let dot: L.Marker | null = null
  let sign: L.Marker | null = null
  let cover = { above: 0, below: 0 }
  /** The last target of the map, and what covered the map then; null once the person has moved it. */
  let aim: { target: MapTarget; under: typeof cover } | null = null
  let under: Ground | null = null
  /** Moves that we order are not the person's. */
  let ordered = false
  let callOffNames = () => {}
  let drawing: ReturnType<typeof setTimeout> | undefined

  /** Redraws by difference: panning and filters keep every marker that stays in view as it is. */
  function draw(): void {
    if (!markers) return
    const { x, y } = map.getSize()
    const inView = markers.inView(boxOf(0, x, y), Math.floor(map.getZoom()))
    shown = new Map(inView.map((one) => [one.key, one]))
    for (const [key, marker] of drawn) {
      if (shown.has(key)) continue
      pins.removeLayer(marker)
      drawn.delete(key)
    }
    for (const [key, one] of shown) {
      if (!drawn.has(key)) drawn.set(key, markerAt(latLng(one.point), one, () => pressed(one)).addTo(pins))
    }
    nameSoon()
  }

  /** To look for room is to lay out the page at once: in a task of its own, once for all that was drawn before it. */
  function nameSoon(): void {
    callOffNames()
    callOffNames = afterPaint(() => isPlaced(map) && nameWhatHasRoom())
  }

  /** From afar the sign would lie under the clusters of the city's middle. */
  function nameCentre(): void {
    sign?.getElement()?.classList.toggle('map-centre-far', map.getZoom() < centreFromZoom)
  }

  /** Near the ground the pins get their names; whatever has a name shows it where nothing covers or cuts it. */
  function nameWhatHasRoom(): void {
    const letter = element.closest('.elder') ? elderLetter : letterSize
    const labelled = [...shown.values()].flatMap((one) => {
      if (one.type !== 'place' || map.getZoom() < firstNameZoom) return []
      const { x, y } = map.latLngToContainerPoint(latLng(one.point))
      return [{ key: one.key, x, y, width: labelText(one.name).length * letter + 8 }]
    })
    const { above, below } = cover
    const mayStand = (one: Element, x: number, y: number) =>
      under?.isInDistrict(one, fromTiles(map.containerPointToLatLng([x, y]))) ?? false
    const named = fitNames(element, { above, below, pins: labelled, lineHeight: letter * 1.5, mayStand })
    for (const [key, marker] of drawn) marker.getElement()?.classList.toggle('map-pin-named', named.has(key))
  }

  /** A cluster comes nearer until it falls apart. */
  function pressed(one: Marker): void {
    if (one.type === 'place') listeners.onPick(one.id)
    else if (one.type === 'spot') listeners.onPickSpot(one.ids)
    else move({ centre: one.point, zoom: Math.min(one.zoom, 18) }, false)
  }

  /** The target comes into the middle of the part that nothing covers. */
  function move(target: MapTarget, byUs = true): void {
    const { above, below } = cover
    aim = byUs ? { target, under: cover } : null
    // A move under way ends here, and its end is not the person's either.
    ordered = true
    if (!calm && isPlaced(map)) map.stop()
    ordered = byUs
    if ('bbox' in target) {
      const [west, south, east, north] = target.bbox
      map.fitBounds(
        [latLng({ lng: west, lat: south }), latLng({ lng: east, lat: north })],
        // Half of a cluster.
        { paddingTopLeft: [28, above + 28], paddingBottomRight: [28, below + 28], animate: false },
      )
      return
    }
    const { centre, zoom } = target
    const shifted = map.project(latLng(centre), zoom).add([0, (below - above) / 2])
    map.setView(map.unproject(shifted, zoom), zoom, { animate: !calm && isPlaced(map) })
  }

  /** Another part of the map is uncovered now: the target moves into it. A box would change the zoom. */
  function aimAgain(): void {
    if (aim && 'centre' in aim.target && aim.under !== cover) move(aim.target)
  }

  const latLng = (point: Point): L.LatLngTuple => {
    const { lng, lat } = toTiles(point)
    return [lat, lng]
  }

  /** The whole width, px from the upper edge. */
  function boxOf(top: number, width: number, bottom: number): Bbox {
    const { lng: west, lat: north } = fromTiles(map.containerPointToLatLng([0, top]))
    const { lng: east, lat: south } = fromTiles(map.containerPointToLatLng([width, bottom]))
    return [west, south, east, north]
  }

  function seen(): Seen {
    const { x, y } = map.getSize()
    const { above, below } = cover
    const bottom = Math.max(y - below, above + 1)
    return {
      centre: fromTiles(map.containerPointToLatLng([x / 2, (above + bottom) / 2])),
      zoom: map.getZoom(),
      bbox: boxOf(above, x, bottom),
    }
  }

  map.on('moveend', () => {
    const byUs = ordered
    ordered = false
    draw()
    listeners.onShown(seen())
    if (byUs) aimAgain()
    else {
      aim = null
      listeners.onMoved(seen())
    }
  })
  map.on('zoomend', () => {
    under?.zoomed(map.getZoom())
    nameCentre()
  })

  return {
    show(pinned, today, spots) {
      markers = createMarkers(pinned, today, spots)
      // To cluster a city is one task, to draw what is in view another: between them the page answers.
      clearTimeout(drawing)
      drawing = setTimeout(() => isPlaced(map) && draw())
    },
    choose(place) {
      chosen?.remove()
      chosen = place && chosenMarker(latLng(place)).addTo(map)
    },
    here(point) {
      dot?.remove()
      dot = point && hereMarker(latLng(point)).addTo(map)
    },
    centre(point) {
      sign?.remove()
      sign = point && centreMarker(latLng(point), listeners.onCentre).addTo(map)
      if (isPlaced(map)) nameCentre()
    },
    go: (target) => move(target),
    cover(above, below) {
      cover = { above, below }
      if (!isPlaced(map)) return
      aimAgain()
      listeners.onShown(seen())
    },
    fitNames: nameSoon,
    under(ground) {
      under?.layer.remove()
      under = ground
      ground.layer.addTo(map)
      if (!isPlaced(map)) return
      ground.zoomed(map.getZoom())
      nameSoon()
    },
    zoom(by) {
      const { x, y } = map.getSize()
      // About the middle of what is seen.
      const middle = L.point(x / 2, (cover.above + y - cover.below) / 2)
      map.setZoomAround(middle, Math.round(map.getZoom()) + by)
    },
    resized() {
      // Behind another page the map has no size. The last size is used for targets set meanwhile.
      if (element.clientWidth === 0) return
      // The window has changed, or the letters: nobody has moved the map.
      ordered = true
      map.invalidateSize({ animate: false })
      ordered = false
    },
    remove() {
      callOffNames()
      clearTimeout(drawing)
      map.remove()
    },
  }
}
