/** What staff of a city may be allowed with its places. `publish` is for what is said of the welfare fund there. */
export const placesPowers = {
  publish: { title: '发布', about: '发布展馆内容和公益信息' },
  review: { title: '审核', about: '处理市民的报告，审核网点发来的内容' },
} as const

declare module '../../shared/access/access' {
  interface DeclaredPowers extends Record<keyof typeof placesPowers, true> {}
}
