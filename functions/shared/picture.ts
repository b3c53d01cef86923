/** Which bytes are a picture that may be shown. A name or a media type that somebody sends along proves nothing. */

export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PictureType = (typeof pictureTypes)[number]

/** An item of the table holds 400 KB. Packages from before `wantedPictureBytes` send up to this. */
export const mostPictureBytes = 200 * 1024
/** What a desk makes a picture fit into: eight read units, and a second on a weak network. */
export const wantedPictureBytes = 60 * 1024

/** By the first bytes, as the three formats define them. Null for anything else, SVG (which carries scripts) among it. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | null {
  if (bytes.length > mostPictureBytes || bytes.length < 16) return null
  const begins = (...wanted: number[]) => wanted.every((byte, i) => bytes[i] === byte)
  if (begins(0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  return textAt(bytes, 0) === 'RIFF' && textAt(bytes, 8) === 'WEBP' ? 'image/webp' : null
}

function textAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.slice(at, at + 4))
}

/** Base64 as it is written by everybody's encoder, with its padding; null for anything else. */
export function bytesOfBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
}
