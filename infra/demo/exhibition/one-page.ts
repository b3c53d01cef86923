/**
 * A PDF of one page of Chinese text (ISO 32000). No font is in it: the page names one of Adobe's Chinese fonts, for which every reader has
 * its own, so that the file stays below two kilobytes.
 */

/** Points, A4. */
const page = { width: 595, height: 842, margin: 64 }
const lineHeight = 28

/** @param rows of cells, a line each; a cell begins where its column does */
export function onePage(title: string, rows: readonly (readonly string[])[]): Buffer {
  const columns = Math.max(...rows.map((row) => row.length))
  const width = (page.width - 2 * page.margin) / columns
  const drawn = rows.flatMap((row, line) =>
    row.map((text, column) =>
      words(text, 12, page.margin + column * width, page.height - page.margin - 56 - line * lineHeight),
    ),
  )
  const head = words(title, 18, page.margin, page.height - page.margin)
  return assembled([head, ...drawn].join('\n'))
}

const words = (text: string, size: number, x: number, y: number): string =>
  `BT /F ${size} Tf ${x.toFixed(1)} ${y.toFixed(1)} Td <${hexOf(text)}> Tj ET`

/** UTF-16, the first byte the higher one. */
const hexOf = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('')

function assembled(content: string): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Resources << /Font << /F 4 0 R >> >> /Contents 5 0 R >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500] /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const from = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(from).padStart(10, '0')} 00000 n \n`
  })
  const count = objects.length + 1
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${places.join('')}`
  return Buffer.from(
    `${file}${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  )
}
