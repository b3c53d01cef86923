/** What staff of a city may be allowed with its record. */
export const auditPowers = {
  audit: { title: '查账', about: '按人员编号或兑换单号查流水，看异常和操作记录' },
} as const

declare module '../../shared/access/access' {
  interface DeclaredPowers extends Record<keyof typeof auditPowers, true> {}
}
