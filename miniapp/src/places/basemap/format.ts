/**
 * What a bundled basemap is: a schematic of one city's districts, waters and towns, as GeoJSON in
 * GCJ-02. It is drawn by `infra/basemap/` from town positions, not from any boundary file, so a screen
 * that shows it also shows `notice`. One file a city, named by its adcode: `320800.json`.
 *
 * Draw in the order of the file: districts (neighbours share their border points exactly), waters, towns.
 */
export type Basemap = {
  type: 'FeatureCollection'
  adcode: string
  /** City without 市, e.g. 淮安. */
  name: string
  /** `[west, south, east, north]`. */
  bbox: [number, number, number, number]
  /** One line to show on the map, e.g. 分区示意，非行政区域界线. */
  notice: string
  features: BasemapFeature[]
}

export type BasemapFeature =
  | {
      type: 'Feature'
      /** `label` is where the name is best written. `name` equals the district's name in the catalogue. */
      properties: { layer: 'district'; name: string; adcode: string; label: Position }
      geometry: { type: 'Polygon'; coordinates: Position[][] }
    }
  | {
      type: 'Feature'
      /** A sea or lake is a Polygon, a river or canal a LineString; `width` 1 (small) to 3 (great) for lines. */
      properties: { layer: 'water'; name: string; width: 1 | 2 | 3; label: Position | null }
      geometry:
        | { type: 'Polygon'; coordinates: Position[][] }
        | { type: 'LineString'; coordinates: Position[] }
    }
  | {
      type: 'Feature'
      /** `rank` 1 is the city, 2 a district's or county's seat, 3 a town: show 3 only when zoomed in. */
      properties: { layer: 'town'; name: string; rank: 1 | 2 | 3 }
      geometry: { type: 'Point'; coordinates: Position }
    }

/** Longitude and latitude in GCJ-02 degrees. */
export type Position = [number, number]
