import { encode } from 'uqr'

/** Modules of white around, as ISO/IEC 18004 wants: a dark page or a dark case must not touch the code. */
const quietZone = 4

/**
 * A QR code as one picture of a few hundred bytes: each row is drawn as strokes with gaps. Black on white in every
 * theme, for many scanners do not read it the other way round.
 */
export function qrPicture(text: string): string {
  // M: a scratch or a reflection on a shop's scanner window costs up to 15%.
  const { data, size } = encode(text, { ecc: 'M', border: quietZone })
  const rows = data.flatMap((row, y) => strokesOf(row, y))
  const frame = `viewBox='0 0 ${size} ${size}' shape-rendering='crispEdges'`
  const ground = `<path fill='#fff' d='M0 0h${size}v${size}H0z'/>`
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' ${frame}>${ground}<path stroke='#000' d='${rows.join('')}'/></svg>`
  return `data:image/svg+xml,${svg.replace(/#/g, '%23').replace(/</g, '%3C').replace(/>/g, '%3E')}`
}

/** Each run of black modules is one stroke through the middle of its row. */
function strokesOf(row: readonly boolean[], y: number): string[] {
  const strokes: string[] = []
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue
    const start = x
    while (row[x + 1]) x++
    strokes.push(`M${start} ${y}.5h${x + 1 - start}`)
  }
  return strokes
}
