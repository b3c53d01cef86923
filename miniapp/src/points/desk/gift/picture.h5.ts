import type { Picked } from './picture'
import { smallEnough } from './picture-size'

export type { Picked }

/**
 * The browser: a file of the computer, drawn smaller on a canvas. Drawing it anew also leaves behind where and when it
 * was taken, which cameras write into their files.
 */
export async function pickPicture(): Promise<Picked> {
  const file = await choose()
  if (!file) return { state: 'cancelled' }
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) return { state: 'unfit' }
  const blob = await smallEnough(
    (side, quality) => drawn(bitmap, side, quality),
    ({ size }) => size,
  )
  return blob ? { state: 'picked', image: await base64Of(blob) } : { state: 'unfit' }
}

function choose(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null), { once: true })
    input.addEventListener('cancel', () => resolve(null), { once: true })
    input.click()
  })
}

function drawn(bitmap: ImageBitmap, side: number, quality: number): Promise<Blob | null> {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const context = canvas.getContext('2d')
  if (!context) return Promise.resolve(null)
  // JPEG has no transparency: what is clear becomes white, not black.
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => {
    // Safari cannot write WebP and gives a PNG instead: then JPEG it is.
    canvas.toBlob(
      (webp) => (webp?.type === 'image/webp' ? resolve(webp) : canvas.toBlob(resolve, 'image/jpeg', quality)),
      'image/webp',
      quality,
    )
  })
}

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  // In pieces: a call with two hundred thousand arguments overflows the stack.
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  }
  return btoa(text)
}
