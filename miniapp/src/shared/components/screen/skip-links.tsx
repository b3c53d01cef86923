/** WeChat has no keyboard to skip with. */
export function SkipLinks(_: { tab: boolean; more?: readonly SkipLink[] }) {
  return null
}

/** `to` is a selector within the page; what it finds gets the focus. */
export type SkipLink = { text: string; to: string }
