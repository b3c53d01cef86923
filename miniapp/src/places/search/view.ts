/** What the search says beside its finds. Pure. */

type Example = { typed: string; name: string } | null

/** What can be typed, with an example of the city one is in. */
export function hintText(example: Example): string {
  const pinyin = example
    ? `，也可以打拼音或首字母：${example.typed} 就是${example.name}`
    : '，也可以打拼音或首字母'
  return `可以搜店名、路名、八位网点编号，或者要找的东西，比如厕所、充电、兑奖${pinyin}。`
}

export function nothingText(example: Example): string {
  return example
    ? `换一个词，或用拼音首字母，比如 ${example.typed} 找${example.name}。`
    : '换一个词，或用拼音首字母。'
}
