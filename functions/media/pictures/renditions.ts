/** Makes the renditions of a picture: narrower, turned as the camera says, in sRGB, and without any metadata, the position among it. */
import sharp from 'sharp'
import type { PictureType } from '../../shared/picture'

export type Rendition = { type: PictureType; width: number; height: number; bytes: Uint8Array }
/** Pixels of the picture as it is seen. `forCheck`: the widest as a JPEG, which WeChat reads of any kind of picture. */
export type Renditions = { width: number; height: number; renditions: Rendition[]; forCheck: Rendition }

/** Of a phone's list, a phone's whole screen, and a desktop's. A narrower picture is not made wider. */
const widths = [360, 720, 1440]
/** Of the largest cameras of phones; a small file may claim to be much larger, and would fill the memory. */
const mostPixels = 64_000_000
const webp = 'image/webp'
const jpeg = 'image/jpeg'

/** Null where it cannot be read as a picture. */
export const renditionsOf = async (bytes: Uint8Array, type: PictureType): Promise<Renditions | null> => {
  try {
    const { autoOrient } = await open(bytes).metadata()
    const { width, height } = autoOrient
    const renditions: Rendition[] = []
    // One after the other: each holds the pixels of the whole picture.
    for (const wanted of widthsOf(width))
      for (const form of type === webp ? ([webp] as const) : ([webp, type] as const))
        renditions.push(await renditionOf(bytes, wanted, form))
    const widest = Math.max(...renditions.map((one) => one.width))
    const forCheck =
      renditions.find((one) => one.width === widest && one.type === jpeg) ??
      (await renditionOf(bytes, widest, jpeg))
    return { width, height, renditions, forCheck }
  } catch {
    return null
  }
}

const open = (bytes: Uint8Array) => sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })

const widthsOf = (width: number): number[] => {
  const narrower = widths.filter((wanted) => wanted < width)
  return narrower.length < widths.length ? [...narrower, width] : narrower
}

const renditionOf = async (bytes: Uint8Array, wanted: number, type: PictureType): Promise<Rendition> => {
  const narrowed = open(bytes).autoOrient().resize({ width: wanted })
  const coded =
    type === webp
      ? narrowed.webp({ quality: 80 })
      : type === 'image/png'
        ? narrowed.png({ compressionLevel: 9 })
        : // What is transparent would be black.
          narrowed.flatten({ background: '#fff' }).jpeg({ quality: 80, mozjpeg: true })
  const { data, info } = await coded.toBuffer({ resolveWithObject: true })
  return { type, width: info.width, height: info.height, bytes: data }
}
