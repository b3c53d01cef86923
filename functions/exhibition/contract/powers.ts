/** What staff of a city may be allowed in its exhibition; media take it for the files of its texts. */
export const exhibitionPowers = {
  publish: { title: '发布', about: '发布展馆内容和公益信息' },
} as const

declare module '../../shared/access/access' {
  interface DeclaredPowers extends Record<keyof typeof exhibitionPowers, true> {}
}
