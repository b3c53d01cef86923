/**
 * PDF (ISO 32000): refused with anything that runs, opens or hides something; the names of whoever wrote it and the places of photographs
 * in it are written over where they stand open. It cannot be written anew as films are: each reader forgives other things. Pure.
 */
import { inflateSync } from 'node:zlib'
import { err, ok, type Result } from '../../shared/result'
import type { FileRefusal } from './refusal'

/** Programs, other files, forms that send something. Long enough to be in no compressed picture by chance. */
const active = ['/JavaScript', '/Launch', '/EmbeddedFile', '/RichMedia', '/SubmitForm', '/ImportData']
/** Nobody could look at it without the password. */
const locked = '/Encrypt'

/** The file as it is shown, as long as it was. */
export function documentIn(bytes: Buffer): Result<Buffer, FileRefusal> {
  const text = bytes.toString('latin1')
  if (!/^%PDF-[12]\.\d[\r\n ]/.test(text)) return err('type-differs')
  if (!/%%EOF\s{0,16}$/.test(text.slice(-32))) return err('polyglot')
  const plain = text.replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  const packed = unpacked(bytes, text)
  // A name that is written otherwise than anybody writes it hides what it is.
  if (packed === null || countOf(plain, '/ObjStm') !== countOf(text, '/ObjStm')) return err('polyglot')
  const said = [plain, ...packed]
  if (said.some((one) => active.some((name) => one.includes(name)))) return err('polyglot')
  return said.some((one) => one.includes(locked)) ? err('codec') : ok(cleaned(bytes, text))
}

const countOf = (text: string, wanted: string) => text.split(wanted).length - 1

const mostUnpacked = 16 * 1024 * 1024
const mostPacks = 2_000

/** The objects that are compressed together; null where they are not compressed as anybody does it. */
function unpacked(bytes: Buffer, text: string): string[] | null {
  const all: string[] = []
  if (countOf(text, '/ObjStm') > mostPacks) return null
  for (const { index } of text.matchAll(/\/ObjStm/g)) {
    const begin = /stream\r?\n/g
    begin.lastIndex = index
    const found = begin.exec(text)
    if (!found) return null
    try {
      const from = found.index + found[0].length
      all.push(
        inflateSync(bytes.subarray(from), { maxOutputLength: mostUnpacked })
          .toString('latin1')
          .replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
      )
    } catch {
      return null
    }
  }
  return all
}

const words =
  /\/(?:Author|Creator|Producer|Subject|Keywords|Company|Manager)\s*(?:\(((?:\\.|[^\\()]){0,2000})\)|<([0-9A-Fa-f\s]*)>)/gs
const packet = /<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/g
/** What a camera writes into a JPEG: two bytes of length, then this. */
const camera = /\xff\xe1([\s\S]{2})Exif\0\0/g

/** Everything stays where it is: the table at the end of a PDF says at which byte each object begins. */
function cleaned(bytes: Buffer, text: string): Buffer {
  const after = Buffer.from(bytes)
  for (const found of text.matchAll(words)) {
    const from = found.index + found[0].length - 1 - (found[1] ?? found[2] ?? '').length
    // In hexadecimal a space is no character at all.
    after.fill(' ', from, found.index + found[0].length - 1)
  }
  for (const { index, 0: all } of text.matchAll(packet)) after.fill(' ', index, index + all.length)
  for (const { index } of text.matchAll(camera))
    after.fill(0, index + 10, index + 2 + bytes.readUInt16BE(index + 2))
  return after
}
