/** What staff of a city may be allowed with its people. Identity's own code knows `admin` alone by name. */
export const identityPowers = {
  admin: { title: '人员与身份', about: '给人授予和收回身份', grantedByTwo: true },
} as const

declare module '../../shared/access/access' {
  interface DeclaredPowers extends Record<keyof typeof identityPowers, true> {}
}
