/** `npm run demo`: writes the demonstration cities' files anew. The same seeds give the same bytes. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { columns } from '../../functions/places/import/row/columns'
import { writeRow } from '../../functions/places/import/row/row'
import { binzhouDemo } from './binzhou'
import { type DemoCity, placesOf } from './city-places'
import { huaianDemo } from './huaian'

/** The committed files, by adcode: what `npm start` loads. */
export const demoFiles = () => [huaianDemo, binzhouDemo].map(fileOf)

const fileOf = (demo: DemoCity) => {
  const { adcode, name } = demo.recipe.city
  return { adcode, name, file: join(__dirname, `places-${adcode}.csv`), text: csvOf(demo) }
}

/** With the mark that lets Excel see UTF-8, and without the columns that no demonstration city fills. */
const csvOf = (demo: DemoCity): string => {
  const written = placesOf(demo).map(writeRow)
  const filled = columns.filter((column) => written.some((cells) => cells[column] !== ''))
  const rows = written.map((cells) => filled.map((column) => quoted(cells[column])).join(','))
  return `\uFEFF${[filled.join(','), ...rows].join('\n')}\n`
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

if (require.main === module)
  for (const { file, text } of demoFiles()) {
    writeFileSync(file, text)
    console.log(`${file}: ${text.split('\n').length - 2} places`)
  }
