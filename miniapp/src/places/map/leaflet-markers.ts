/** Markers as leaflet draws them: drawings of our own, numbers, a ring. For the browser alone. */
import L from 'leaflet'
import type { Marker } from './clusters'
import { labelText } from './labels'
import { pinSvg, themePalette } from './pin-art'

/** px */
const pinSize = 34
const spotSize = 34
const chosenSize = 50
const hereSize = 20

export function markerAt(at: L.LatLngTuple, one: Marker, onPress: () => void): L.Marker {
  return L.marker(at, { icon: iconOf(one), keyboard: false, title: titleOf(one) }).on('click', onPress)
}

function iconOf(one: Marker): L.DivIcon {
  switch (one.type) {
    case 'place': {
      const label = document.createElement('span')
      label.textContent = labelText(one.name)
      return icon(pinSvg(one.shape, one.state, pinSize, themePalette) + label.outerHTML, pinSize, 'map-pin')
    }
    case 'spot':
      return icon(`<span>${one.count}</span>`, spotSize, 'map-cluster map-spot')
    case 'cluster': {
      const size = one.count < 10 ? 36 : one.count < 100 ? 42 : 50
      return icon(`<span>${one.count}</span>`, size, 'map-cluster')
    }
  }
}

function titleOf(one: Marker): string {
  switch (one.type) {
    case 'place':
      return one.name
    case 'spot':
      return `这里有 ${one.count} 处`
    case 'cluster':
      return `${one.count} 处`
  }
}

/** The ring around the chosen place. */
export function chosenMarker(at: L.LatLngTuple): L.Marker {
  const ring = icon('', chosenSize, 'map-chosen')
  return L.marker(at, { icon: ring, interactive: false, keyboard: false, zIndexOffset: -500 })
}

/** The person's own dot. */
export function hereMarker(at: L.LatLngTuple): L.Marker {
  return L.marker(at, { icon: icon('', hereSize, 'map-here'), interactive: false, keyboard: false })
}

/** The city's centre, with words: it is no place of the list. */
export function centreMarker(at: L.LatLngTuple, onPress: () => void): L.Marker {
  const sign = L.divIcon({ className: 'map-centre', html: '<span>福彩中心</span>', iconSize: [0, 0] })
  return L.marker(at, { icon: sign, keyboard: false, title: '市福彩中心' }).on('click', onPress)
}

function icon(html: string, size: number, className: string): L.DivIcon {
  return L.divIcon({ className, html, iconSize: [size, size], iconAnchor: [size / 2, size / 2] })
}
