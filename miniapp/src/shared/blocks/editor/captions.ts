/** Captions as text: a line each as they are typed, or a WebVTT or SRT file as other programs write it. Pure. */
import type { Block } from '@common/blocks/block'

export type Cue = Extract<Block, { type: 'video' }>['captions'][number]
/** `problem`: what cannot be read, in words, with its line. */
export type ReadCaptions = { cues: Cue[]; problem: null } | { cues: null; problem: string }

export const mostCues = 400
const longestText = 200
const mostSeconds = 36_000

const bad = (problem: string): ReadCaptions => ({ cues: null, problem })

/** The text itself while it cannot be read. */
export const captionsOrText = (text: string): Cue[] | string => captionsIn(text).cues ?? text

/** `0:05-0:08 欢迎来到展馆`, a line each; of what could not be read, as it was typed. */
export const captionLines = (captions: readonly Cue[] | string): string =>
  typeof captions === 'string'
    ? captions
    : captions.map(({ from, until, text }) => `${clock(from)}-${clock(until)} ${text}`).join('\n')

/** What whoever decides reads along: when each begins, and what is said. */
export const captionsToRead = (cues: readonly Cue[], most: number): string =>
  cues
    .map(({ from, text }) => `${clock(from)}　${text}`)
    .join('\n')
    .slice(0, most)

export function captionsIn(text: string): ReadCaptions {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
  const read = text.includes('-->') ? fileCues(lines) : typedCues(lines)
  if (read.cues === null) return read
  if (read.cues.length > mostCues) return bad(`最多 ${mostCues} 条字幕，现在有 ${read.cues.length} 条`)
  return { cues: [...read.cues].sort((a, b) => a.from - b.from), problem: null }
}

const typed = /^\s*([\d:.：,]+)\s*(?:-|—|–|~|至|到)\s*([\d:.：,]+)\s+(.+)$/

function typedCues(lines: readonly string[]): ReadCaptions {
  const cues: Cue[] = []
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue
    const [, from = '', until = '', text = ''] = typed.exec(line) ?? []
    const cue = cueOf(from, until, text)
    if (typeof cue === 'string') return bad(`第 ${i + 1} 行${cue}`)
    cues.push(cue)
  }
  return { cues, problem: null }
}

/** Blocks parted by empty lines; those without times are the head, notes and styles of WebVTT. */
function fileCues(lines: readonly string[]): ReadCaptions {
  const cues: Cue[] = []
  for (let i = 0; i < lines.length; i++) {
    const [, from = '', until = ''] = /^\s*(\S+)\s+-->\s+(\S+)/.exec(lines[i] ?? '') ?? []
    if (from === '') continue
    const at = i
    const words: string[] = []
    while ((lines[i + 1] ?? '').trim() !== '') words.push(lines[++i] ?? '')
    const text = plain(words.join(' '))
    if (text === '') continue
    const cue = cueOf(from, until, text)
    if (typeof cue === 'string') return bad(`第 ${at + 1} 行${cue}`)
    cues.push(cue)
  }
  return { cues, problem: null }
}

/** Marks of WebVTT and SRT, for who speaks and how it looks, are left out. */
const plain = (text: string): string =>
  text
    .replace(/<[^>]*>|\{\\[^}]*\}/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()

/** Or what is wrong with it. */
function cueOf(first: string, last: string, text: string): Cue | string {
  const [from, until] = [secondsIn(first), secondsIn(last)]
  if (from === null || until === null) return '看不懂，写成 0:05-0:08 再空一格写字幕'
  if (until <= from) return '结束的时间不比开始晚'
  const words = text.trim()
  return words.length > longestText ? `超过 ${longestText} 个字，分成两条` : { from, until, text: words }
}

/** Of `1:02:03.5`, `2:03`, `63`, with the comma of SRT too. */
function secondsIn(text: string): number | null {
  const parts = text.replace(/：/g, ':').replace(',', '.').split(':')
  if (parts.length > 3 || !parts.every((part) => /^\d+(\.\d+)?$/.test(part))) return null
  const seconds = parts.reduce((sum, part) => sum * 60 + Number(part), 0)
  return seconds > mostSeconds ? null : Math.round(seconds * 1000) / 1000
}

function clock(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const rest = Math.round((seconds % 60) * 1000) / 1000
  const two = (number: number) => (number < 10 ? `0${number}` : `${number}`)
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}
