/** A cursor over a line that somebody typed, for a reader that goes from left to right and says where it got stuck. */

const maxTextLength = 2_000

/** What is wrong with a text and where. Thrown by scanner and reader alone; whoever asked for the text gets a value. */
export class Refusal extends Error {
  constructor(
    readonly reason: string,
    readonly at: number,
  ) {
    super(reason)
  }
}

const looseForms: Record<string, string> = {
  '；': ';',
  '，': ',',
  '、': ',',
  '：': ':',
  '－': '-',
  '–': '-',
  '—': '-',
  '～': '-',
  '~': '-',
  '“': '"',
  '”': '"',
  '＋': '+',
  '　': ' ',
}

const stickies = new Map<string, RegExp>()

/** The pattern bound to where the cursor stands; made once for all texts, for making one costs more than its match. */
function stickyOf({ source }: RegExp): RegExp {
  const known = stickies.get(source)
  if (known) return known
  const sticky = new RegExp(source, 'iy')
  stickies.set(source, sticky)
  return sticky
}

/** A cursor over the text. Every replacement keeps the length, so that offsets are those of the original. */
export class Scanner {
  readonly text: string
  at = 0

  constructor(readonly original: string) {
    if (original.length > maxTextLength)
      throw new Refusal(`longer than ${maxTextLength} characters`, maxTextLength)
    this.text = original.replace(/[；，、：－–—～~“”＋　]/g, (loose) => looseForms[loose] ?? loose)
  }

  skipSpace(): void {
    for (; ; this.at++) {
      // Most characters are plain letters, and a phone that opens a city passes over many: those need no pattern.
      const code = this.text.charCodeAt(this.at)
      if ((code > 0x20 && code < 0x7f) || !/\s/.test(this.text.charAt(this.at))) return
    }
  }

  get done(): boolean {
    this.skipSpace()
    return this.at >= this.text.length
  }

  /** Consumes what matches here (after white space), or nothing. */
  take(pattern: RegExp): RegExpExecArray | null {
    this.skipSpace()
    const sticky = stickyOf(pattern)
    sticky.lastIndex = this.at
    const match = sticky.exec(this.text)
    if (match) this.at = sticky.lastIndex
    return match
  }

  refuse(reason: string, at = this.at): never {
    throw new Refusal(reason, at)
  }
}
