import Taro from '@tarojs/taro'

/** `image`: base64 of at most 200 KB. `unfit`: it is no picture that this phone can read, or cannot be made so small. */
export type Picked = { state: 'picked'; image: string } | { state: 'cancelled' } | { state: 'unfit' }

/** Longest side in px, and quality, from good to small: the first that fits is taken. */
const steps = [
  [1000, 80],
  [800, 70],
  [640, 60],
  [480, 50],
] as const
const mostBytes = 200 * 1024

/** WeChat: from the album or the camera, made small on the phone. */
export async function pickPicture(): Promise<Picked> {
  const path = await choose()
  if (path === null) return { state: 'cancelled' }
  for (const [side, quality] of steps) {
    const image = await smaller(path, side, quality)
    // Base64 writes three bytes as four characters.
    if (image !== null && image.length * 0.75 <= mostBytes) return { state: 'picked', image }
  }
  return { state: 'unfit' }
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
