import Taro from '@tarojs/taro'
import { smallEnough } from './picture-size'

/** `image`: base64 of at most 60 KB. `unfit`: it is no picture that this phone can read, or cannot be made so small. */
export type Picked = { state: 'picked'; image: string } | { state: 'cancelled' } | { state: 'unfit' }

/** WeChat: from the album or the camera, made small on the phone. */
export async function pickPicture(): Promise<Picked> {
  const path = await choose()
  if (path === null) return { state: 'cancelled' }
  const image = await smallEnough(
    (side, quality) => smaller(path, side, Math.round(quality * 100)),
    // Base64 writes three bytes as four characters.
    ({ length }) => length * 0.75,
  )
  return image === null ? { state: 'unfit' } : { state: 'picked', image }
}

async function choose(): Promise<string | null> {
  try {
    const { tempFiles } = await Taro.chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] })
    return tempFiles[0]?.tempFilePath ?? null
  } catch {
    return null
  }
}

async function smaller(src: string, side: number, quality: number): Promise<string | null> {
  try {
    const { width, height } = await Taro.getImageInfo({ src })
    const scale = Math.min(1, side / Math.max(width, height))
    const { tempFilePath } = await Taro.compressImage({
      src,
      quality,
      compressedWidth: Math.round(width * scale),
      compressedHeight: Math.round(height * scale),
    })
    const text = Taro.getFileSystemManager().readFileSync(tempFilePath, 'base64')
    return typeof text === 'string' ? text : null
  } catch {
    return null
  }
}
