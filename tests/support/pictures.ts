/** Pictures for tests, coded as cameras and programs code them. */
import sharp from 'sharp'
import type { PictureType } from '../../functions/shared/picture'

export type PictureOptions = { width?: number; height?: number; orientation?: number; withPosition?: boolean }

/** A picture with some detail; with a position, a maker and a colour profile where asked. */
export const pictureOf = async (
  type: PictureType,
  { width = 2000, height = 1500, orientation, withPosition = false }: PictureOptions = {},
): Promise<Buffer> => {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 8 }
  const drawn = sharp({ create: { width, height, channels: 3, background: '#c33', noise } })
  const described = withPosition
    ? drawn.withExif({
        IFD0: { Make: 'Fuyi-Camera' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '33/1 36/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '119/1 1/1 0/1',
        },
      })
    : drawn
  const turned = orientation === undefined ? described : described.withMetadata({ orientation })
  return turned.toFormat(type === 'image/jpeg' ? 'jpeg' : type === 'image/png' ? 'png' : 'webp').toBuffer()
}
