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
    while (/\s/.test(this.text.charAt(this.at))) this.at++
  }

  get done(): boolean {
    this.skipSpace()
    return this.at >= this.text.length
  }

  /** Consumes what matches here (after white space), or nothing. */
  take(pattern: RegExp): RegExpExecArray | null {
    this.skipSpace()
    const sticky = new RegExp(pattern.source, 'iy')
    sticky.lastIndex = this.at
    const match = sticky.exec(this.text)
    if (match) this.at = sticky.lastIndex
    return match
  }

  refuse(reason: string, at = this.at): never {
    throw new Refusal(reason, at)
  }
}
