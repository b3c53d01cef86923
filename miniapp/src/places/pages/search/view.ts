/** What the search says beside its finds. Pure. */

type Example = { typed: string; name: string } | null

const everyday: readonly (readonly [word: string, text: string])[] = [
  ['toilet', '厕所'],
  ['charging', '充电'],
  ['water', '喝水'],
  ['umbrella', '雨伞'],
]

/** Things to look for that places with the words `had` (`wordsHad`; null: not known yet) have. A minor claims no prize. */
export function thingsToAsk(had: ReadonlySet<string> | null, minor: boolean): string[] {
  const stocked = everyday.filter(([word]) => had?.has(word) ?? true).map(([, text]) => text)
  return [...stocked.slice(0, 2), ...(!minor && (had?.has('outlet') ?? true) ? ['兑奖'] : [])]
}

/** What can be typed, with examples of the city one is in. */
export function hintText(example: Example, things: readonly string[]): string {
  const pinyin = example
    ? `，也可以打拼音或首字母：${example.typed} 就是${example.name}`
    : '，也可以打拼音或首字母'
  const sought = things.length > 0 ? `，或者要找的东西，比如${things.join('、')}` : ''
  return `可以搜店名、路名、八位网点编号${sought}${pinyin}。`
}

export function nothingText(example: Example): string {
  return example
    ? `换一个词，或用拼音首字母，比如 ${example.typed} 找${example.name}。`
    : '换一个词，或用拼音首字母。'
}
