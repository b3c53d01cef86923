/** Text as the rules of wording read it: without the tricks that part a word from itself. Pure. */

/** `at`: of each character of `text`, where its origin stands. Marks that end a clause stay: `,` `:` `;` `。` `?` and the line break. */
export type Folded = { text: string; at: readonly number[] }

/** Where one word is written as another to slip through, or in the traditional script. */
const variants: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from(
    '測测預预賒赊網网購购買买賣卖獎奖號号碼码穩稳賺赚贏赢銷销線线機机貸贷資资單单專专薦荐導导發发財财賠赔',
  ).flatMap((from, at, all) => (at % 2 === 0 ? [[from, all[at + 1] ?? from]] : [])),
)
const marks: Readonly<Record<string, string>> = { '!': '。', '…': '。', '｡': '。' }
const kept = /[\p{L}\p{N}%。?;,:\n]/u

export function fold(source: string): Folded {
  let text = ''
  const at: number[] = []
  let from = 0
  for (const character of source) {
    for (const plain of character.normalize('NFKC').toLowerCase()) {
      const one = marks[plain] ?? variants[plain] ?? plain
      if (!kept.test(one)) continue
      text += one
      for (let n = 0; n < one.length; n++) at.push(from)
    }
    from += character.length
  }
  return { text, at }
}

/** The words of `source` that a match in its folded text stands for. */
export function originOf(source: string, { at }: Folded, { from, until }: { from: number; until: number }) {
  const start = at[from] ?? source.length
  const last = at[until - 1] ?? start
  return {
    at: start,
    words: source.slice(start, last + String.fromCodePoint(source.codePointAt(last) ?? 0).length),
  }
}
