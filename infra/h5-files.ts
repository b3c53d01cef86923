/** How long each file of the H5 build may be kept, one rule for the bucket and for the local server; and what may not be in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from '../functions/shared/zod'

/** Files whose names carry a hash of what is in them. */
const hashed = ['js/', 'chunk/', 'css/']

export const h5Files = {
  page: { include: ['index.html'], cacheControl: 'no-cache' },
  hashed: {
    include: hashed.map((folder) => `${folder}*`),
    cacheControl: 'public, max-age=31536000, immutable',
  },
  /** Icons, fonts and the basemap: an hour old at most after a release. */
  other: { include: ['*'], cacheControl: 'public, max-age=3600' },
} as const

/** @param path of the file within the build, e.g. `js/app.1a2b3c4d.js` */
export const cacheControlOf = (path: string): string => {
  if (path === 'index.html') return h5Files.page.cacheControl
  const isHashed = hashed.some((folder) => path.startsWith(folder))
  return isHashed ? h5Files.hashed.cacheControl : h5Files.other.cacheControl
}

/** Where the local gateway answers for the chooser of demo people; the chooser cannot do without it. */
const standIn = '/stand-in/'

/** Files of the build that know the demo people: none, in a build that may be published. */
export const demoFilesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(js|html)$/.test(name))
    .filter((name) => readFileSync(join(folder, name), 'utf8').includes(standIn))

const tilesSchema = z.object({ origins: z.array(z.string()) })

/** Where a build loads tiles of a map from, in its own words (miniapp/config/tiles.ts); none without the file. */
export const tileOriginsOf = (folder: string): string[] => {
  const file = join(folder, 'tiles.json')
  return existsSync(file) ? tilesSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).origins : []
}
