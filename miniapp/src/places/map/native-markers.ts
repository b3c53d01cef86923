/** Markers as WeChat's map takes them: pictures of the package, labels and callouts. Pure. */
import type { Point } from '@contract/places'
import type { Marker } from './clusters'

const pinSize = 34
const chosenSize = 46
const centred = { x: 0.5, y: 0.5 }

/** The id of a marker is its place among those in view. */
export function nativeMarker(chosenId: string | null) {
  return (marker: Marker, id: number) => {
    const at = { id, longitude: marker.point.lng, latitude: marker.point.lat, anchor: centred }
    switch (marker.type) {
      case 'cluster':
        return { ...at, ...clusterLook(marker.count) }
      case 'spot':
        return { ...at, ...spotLook(marker, chosenId !== null && marker.ids.includes(chosenId)) }
      case 'place':
        return { ...at, ...placeLook(marker, marker.id === chosenId) }
    }
  }
}

/** px. */
const square = (side: number) => ({ width: side, height: side })

function clusterLook(count: number) {
  return {
    iconPath: '/pins/cluster.png',
    ...square(count < 10 ? 36 : count < 100 ? 42 : 50),
    ariaLabel: `${count} 处`,
    label: countLabel(count),
  }
}

function spotLook({ count }: Extract<Marker, { type: 'spot' }>, picked: boolean) {
  return {
    iconPath: '/pins/spot.png',
    ...square(picked ? chosenSize : pinSize),
    zIndex: picked ? 2 : 1,
    ariaLabel: `这里有 ${count} 处`,
    label: countLabel(count),
  }
}

function placeLook({ shape, state, name }: Extract<Marker, { type: 'place' }>, picked: boolean) {
  return {
    iconPath: `/pins/${shape}-${state}.png`,
    ...square(picked ? chosenSize : pinSize),
    zIndex: picked ? 2 : 1,
    ariaLabel: name,
    ...(picked ? { callout: callout(name) } : {}),
  }
}

/** WeChat hangs a label's left upper corner at the place: half its own size brings the figure to the middle. */
function countLabel(count: number) {
  const content = String(count)
  return {
    content,
    color: '#1f1b16',
    fontSize: 14,
    anchorX: content.length * -4.2,
    anchorY: -10,
    textAlign: 'center' as const,
    bgColor: '#ffffff00',
    borderRadius: 0,
    borderWidth: 0,
    borderColor: '#ffffff00',
    padding: 0,
  }
}

function callout(content: string) {
  return {
    content,
    color: '#1f1b16',
    fontSize: 14,
    borderRadius: 8,
    borderWidth: 1,
    borderColor: '#c8102e',
    bgColor: '#ffffff',
    padding: 8,
    display: 'ALWAYS' as const,
    textAlign: 'center' as const,
    anchorX: 0,
    anchorY: 0,
  }
}

export const centreMarkerId = 100_001

/** The city's centre, which is no place: its name always stands at it. */
export function centreMarker(position: Point | null | undefined) {
  if (!position) return []
  const { lng, lat } = position
  return [
    {
      id: centreMarkerId,
      longitude: lng,
      latitude: lat,
      anchor: centred,
      iconPath: '/pins/spot.png',
      width: 20,
      height: 20,
      ariaLabel: '市福彩中心',
      callout: callout('福彩中心'),
    },
  ]
}

/** The person's own dot. Its id lies behind those of all markers. */
export function hereMarker(here: Point | null) {
  if (!here) return []
  const { lng, lat } = here
  return [
    {
      id: 100_000,
      longitude: lng,
      latitude: lat,
      anchor: centred,
      iconPath: '/pins/here.png',
      width: 20,
      height: 20,
    },
  ]
}
