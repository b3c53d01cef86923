/** How long each file of the H5 build may be kept: one rule for the bucket and for the local server. */

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
