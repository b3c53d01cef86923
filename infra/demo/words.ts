/** Small pieces of wording. */
const digits = [...'一二三四五六七八九']

/** 1..29 in Chinese: 五, 十, 十六, 二十三. */
export const ordinal = (n: number): string =>
  `${n >= 20 ? '二' : ''}${n >= 10 ? '十' : ''}${n % 10 === 0 ? '' : (digits[(n % 10) - 1] ?? '')}`

/** 站, 二站, 三站 … for the first, second, third of a name. */
export const numbered = (n: number): string => (n === 1 ? '' : ordinal(n))
