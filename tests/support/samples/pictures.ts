/** Pictures for tests, coded as cameras and programs code them. */
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import type { PictureType } from '../../../functions/shared/picture'

export type PictureOptions = { width?: number; height?: number; orientation?: number; withPosition?: boolean }

/** The same position as a program for pictures writes it, beside what the camera wrote. */
const positionInXmp =
  '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ' +
  'xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="33,36.0N" exif:GPSLongitude="119,1.0E"/>' +
  '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'

/** A picture with some detail; where asked with a position, in EXIF and in XMP, and a maker. */
export const pictureOf = async (
  type: PictureType,
  { width = 2000, height = 1500, orientation, withPosition = false }: PictureOptions = {},
): Promise<Buffer> => {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 8 }
  const drawn = sharp({ create: { width, height, channels: 3, background: '#c33', noise } })
  const described = withPosition
    ? drawn
        .withExif({
          IFD0: { Make: 'Fuyi-Camera' },
          IFD3: {
            GPSLatitudeRef: 'N',
            GPSLatitude: '33/1 36/1 0/1',
            GPSLongitudeRef: 'E',
            GPSLongitude: '119/1 1/1 0/1',
          },
        })
        .withXmp(positionInXmp)
    : drawn
  const turned = orientation === undefined ? described : described.withMetadata({ orientation })
  return turned.toFormat(type === 'image/jpeg' ? 'jpeg' : type === 'image/png' ? 'png' : 'webp').toBuffer()
}

/** A valid PNG of some kilobytes, black, with as many pixels as are asked for: decoded it fills the memory. */
export const bombOf = ({ width, height }: { width: number; height: number }): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // One bit a pixel, grey; each row begins with the number of its filter.
  header.writeUInt8(1, 8)
  const rows = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...[chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))],
  ])
}

const chunk = (name: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name), data])
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  checksum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, checksum])
}
