/**
 * The sketch of a city on leaflet: the bundled one with districts, waters and towns, else one from its places. For the
 * browser alone; a phone on a dead network has it too.
 */
import * as z from '@common/zod'
import type { PlaceSummary, Region } from '@contract/places'
import { fullDistrictName } from '@functions/places/rules/divisions'
import L from 'leaflet'
import type { Position } from '../basemap/format'
import { isInside } from '../basemap/inside'
import { type Outline, outlineOf } from '../basemap/outline'
import { type Ground, namePane } from './leaflet-names'

/** The cities whose sketch is in the package, each a piece of its own, loaded when it is looked at. */
const sketches: Record<string, (() => Promise<unknown>) | undefined> = {
  '320800': () => import('../basemap/320800.json'),
  '371600': () => import('../basemap/371600.json'),
}

const position = z.tuple([z.number(), z.number()])
const polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(position)) })
const line = z.object({ type: z.literal('LineString'), coordinates: z.array(position) })
const point = z.object({ type: z.literal('Point'), coordinates: position })

/** The shape that basemap/format.ts describes. */
const sketchSchema = z.object({
  notice: z.string(),
  features: z.array(
    z.union([
      z.object({
        properties: z.object({ layer: z.literal('district'), name: z.string(), label: position }),
        geometry: polygon,
      }),
      z.object({
        properties: z.object({
          layer: z.literal('water'),
          name: z.string(),
          width: z.number(),
          label: z.nullable(position),
        }),
        geometry: z.union([polygon, line]),
      }),
      z.object({
        properties: z.object({ layer: z.literal('town'), name: z.string(), rank: z.number() }),
        geometry: point,
      }),
    ]),
  ),
})
type Feature = z.infer<typeof sketchSchema>['features'][number]

/** The lines and names of the sketch; names come and go with the zoom. */
export type SketchLayer = Ground & { notice: string; layer: L.LayerGroup }

/** Where no sketch of the city is in the package, or it does not come, its places give one. */
export async function loadSketch(region: Region, places: readonly PlaceSummary[]): Promise<SketchLayer> {
  const load = sketches[region.adcode]
  const parsed = load ? sketchSchema.safeParse(unwrapped(await load().catch(() => null))) : null
  if (!parsed?.success) return outlineLayer(outlineOf(region, places), region.adcode)
  const { notice, features } = parsed.data
  return sketchLayer(
    notice,
    features.flatMap(shapeOf),
    features.flatMap((feature) => nameOf(feature, region.adcode)),
  )
}

function outlineLayer({ districts, borders }: Outline, city: string): SketchLayer {
  const still = { interactive: false, pane: 'tilePane' }
  const grounds = districts.map(({ pieces }) =>
    L.polygon(
      pieces.map((piece) => [piece.map(latLng)]),
      { ...still, className: 'map-ground', weight: 1 },
    ),
  )
  const lines = borders.map((border) => border.map(latLng))
  const shapes = [...grounds, L.polyline(lines, { ...still, className: 'map-border', weight: 1 })]
  const names = districts.map((one) => ({
    ...name(latLng(one.label), fullDistrictName(city, one.name), 'map-name-district', 0, 13),
    ground: one.pieces,
  }))
  return sketchLayer('按地点分布画的分区示意，不作行政区域界线依据', shapes, names)
}

/** From afar a district is hardly wider than its name, which is written smaller there. */
const nearFrom = 9.5

function sketchLayer(notice: string, layers: L.Layer[], names: Name[]): SketchLayer {
  const shapes = L.layerGroup(layers)
  const rings = new Map<Element, readonly Position[][]>(names.map(({ label, ground }) => [label, ground]))
  return {
    notice,
    layer: shapes,
    isInDistrict: (label, { lng, lat }) =>
      (rings.get(label) ?? []).some((ring) => isInside([lng, lat], ring)),
    zoomed(zoom) {
      for (const { marker, label, from, to } of names) {
        label.classList.toggle('map-name-far', zoom < nearFrom)
        const wanted = zoom >= from && zoom < to
        if (wanted !== shapes.hasLayer(marker)) wanted ? shapes.addLayer(marker) : shapes.removeLayer(marker)
      }
    },
  }
}

/** A JSON module is its default export where the bundler makes it one. */
function unwrapped(module: unknown): unknown {
  return typeof module === 'object' && module !== null && 'default' in module ? module.default : module
}

const latLng = ([lng, lat]: [number, number]): L.LatLngTuple => [lat, lng]

function shapeOf({ properties, geometry }: Feature): L.Layer[] {
  if (properties.layer === 'town' || geometry.type === 'Point') return []
  const still = { interactive: false, pane: 'tilePane' }
  if (geometry.type === 'Polygon') {
    const rings = geometry.coordinates.map((ring) => ring.map(latLng))
    return [L.polygon(rings, { ...still, className: `map-${properties.layer}`, weight: 1 })]
  }
  const weight = properties.layer === 'water' ? properties.width + 0.5 : 1
  return [L.polyline(geometry.coordinates.map(latLng), { ...still, className: 'map-river', weight })]
}

/** `ground`: the rings within which the name may stand elsewhere than where it is written. */
type Name = { marker: L.Marker; label: HTMLElement; from: number; to: number; ground: readonly Position[][] }

function nameOf({ properties, geometry }: Feature, city: string): Name[] {
  switch (properties.layer) {
    case 'district': {
      const text = fullDistrictName(city, properties.name)
      const ground = geometry.type === 'Polygon' ? geometry.coordinates.slice(0, 1) : []
      return [{ ...name(latLng(properties.label), text, 'map-name-district', 0, 11.5), ground }]
    }
    case 'water':
      return properties.label
        ? [name(latLng(properties.label), properties.name, 'map-name-water', 10, 20)]
        : []
    case 'town': {
      if (geometry.type !== 'Point') return []
      const from = properties.rank === 3 ? 11.5 : properties.rank === 2 ? 10.5 : 11
      return [name(latLng(geometry.coordinates), properties.name, 'map-name-town', from, 20)]
    }
  }
}

function name(at: L.LatLngTuple, text: string, className: string, from: number, to: number): Name {
  const label = document.createElement('span')
  label.textContent = text
  const icon = L.divIcon({ className: `map-name ${className}`, html: label, iconSize: [0, 0] })
  return {
    marker: L.marker(at, { icon, interactive: false, keyboard: false, pane: namePane }),
    label,
    from,
    to,
    ground: [],
  }
}
