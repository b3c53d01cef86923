/**
 * Which bytes are what they are said to be. A media type that somebody sends along proves nothing, and a file that is two formats at
 * once (a polyglot) is shown by one program as what another refuses. Pure.
 */

import type { PictureType } from '../../shared/picture'
import { err, ok, type Result } from '../../shared/result'

export type ContentRefusal = 'type-differs' | 'polyglot'

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1')
const begins = (bytes: Uint8Array, wanted: readonly number[]) => wanted.every((byte, i) => bytes[i] === byte)

type Format = {
  isIt: (bytes: Uint8Array) => boolean
  /** Behind its last byte by its own account; null where it does not end as its format says. */
  end: (bytes: Uint8Array) => number | null
}
const formats: Readonly<Record<PictureType, Format>> = {
  'image/jpeg': { isIt: (bytes) => begins(bytes, [0xff, 0xd8, 0xff]), end: endOfJpeg },
  'image/png': {
    isIt: (bytes) => begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    end: endOfPng,
  },
  'image/webp': {
    isIt: (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP',
    end: endOfWebp,
  },
}

/** Beginnings of markup, of archives and of documents, which a browser or a program would run or open. */
const foreign = ['<script', '<html', '<svg', '<?php', '<!doctype', 'pk\u0003\u0004', '%pdf-']
/** Where programs look for the beginning of what they open. */
const headBytes = 1024
/** Cameras fill up to a block of two bytes. */
const mostPaddingBytes = 1

/** Whether the first bytes are also the beginning of something else. */
export const hidesAnother = (bytes: Uint8Array): boolean => {
  const head = ascii(bytes, 0, headBytes).toLowerCase()
  return foreign.some((mark) => head.includes(mark))
}

/** @param bytes of the whole file */
export function checkContent(bytes: Uint8Array, announced: PictureType): Result<null, ContentRefusal> {
  const { isIt, end } = formats[announced]
  if (!isIt(bytes)) return err('type-differs')
  if (hidesAnother(bytes)) return err('polyglot')
  const behind = end(bytes)
  // Whatever stands behind the end of a picture is not part of it.
  return behind === null || bytes.length - behind > mostPaddingBytes ? err('polyglot') : ok(null)
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length)

function endOfWebp(bytes: Uint8Array): number | null {
  const end = 8 + viewOf(bytes).getUint32(4, true)
  return end <= bytes.length ? end : null
}

/** Behind the chunk IEND; chunks are length, name, data, checksum. */
function endOfPng(bytes: Uint8Array): number | null {
  const view = viewOf(bytes)
  let at = 8
  while (at + 12 <= bytes.length) {
    const next = at + 12 + view.getUint32(at)
    if (next > bytes.length) return null
    if (ascii(bytes, at + 4, at + 8) === 'IEND') return next
    at = next
  }
  return null
}

/** Behind the marker EOI. Segments say how long they are; the coded picture behind SOS is searched for the next marker. */
function endOfJpeg(bytes: Uint8Array): number | null {
  let at = 2
  while (at + 1 < bytes.length) {
    const marker = bytes[at + 1]
    if (bytes[at] !== 0xff) return null
    if (marker === 0xd9) return at + 2
    if (marker === 0xff) {
      at++
      continue
    }
    at += 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))
    if (marker === 0xda) at = nextMarker(bytes, at)
  }
  return null
}

/** Within coded data 0xff is followed by 0 (a byte of data) or by a restart marker. */
function nextMarker(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at >= 0) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at
    at = bytes.indexOf(0xff, at + 2)
  }
  return bytes.length
}
