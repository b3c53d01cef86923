/** The bar that says how long something on the map is. Pure. */

const earth = 40_075_016.686

/** Metres that one px stands for, at a latitude in degrees, in Web Mercator with tiles of 256 px. */
export function metresPerPx(lat: number, zoom: number): number {
  return (earth * Math.cos((lat * Math.PI) / 180)) / (256 * 2 ** zoom)
}

/** The longest round length that fits into `most` px: `500 米`, `2 公里`. */
export function scaleBar(perPx: number, most: number): { px: number; text: string } {
  const longest = perPx * most
  const power = 10 ** Math.floor(Math.log10(longest))
  const metres = ([5, 2].find((step) => step * power <= longest) ?? 1) * power
  return { px: Math.round(metres / perPx), text: metres < 1000 ? `${metres} 米` : `${metres / 1000} 公里` }
}
