/** `npm run basemap`: draws the bundled basemaps anew. The same facts give the same bytes. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { binzhou } from '../demo/cities/binzhou'
import { huaian } from '../demo/cities/huaian'
import { drawBasemap } from './draw'
import { binzhouOutline } from './outlines/binzhou'
import { huaianOutline } from './outlines/huaian'

const folder = join(__dirname, '../../miniapp/src/places/basemap')

export const basemaps = () =>
  [drawBasemap(huaian, huaianOutline), drawBasemap(binzhou, binzhouOutline)].map((basemap) => ({
    file: join(folder, `${basemap.adcode}.json`),
    text: `${JSON.stringify(basemap)}\n`,
  }))

if (require.main === module)
  for (const { file, text } of basemaps()) {
    writeFileSync(file, text)
    console.log(`${file} ${text.length} bytes`)
  }
