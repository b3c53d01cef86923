/** What staff of a city may be allowed in points. */
export const pointsPowers = {
  gifts: {
    title: '礼品与积分',
    about: '上架礼品、改库存、印积分码、改积分规则、调整积分',
    grantedByTwo: true,
  },
} as const

declare module '../../shared/access/access' {
  interface DeclaredPowers extends Record<keyof typeof pointsPowers, true> {}
}
