/** What staff of a city may be allowed with its places. */
export const placesPowers = {
  review: { title: '审核', about: '处理市民的报告，审核网点发来的内容' },
} as const

declare module '../../shared/access/access' {
  interface DeclaredPowers extends Record<keyof typeof placesPowers, true> {}
}
