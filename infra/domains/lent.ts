import { lentPartitions } from '../../functions/points/lent'

/** Of the table of points what these of its fragments touch, as a role names it. */
export const leadingKeysOf = (...fragments: (keyof typeof lentPartitions)[]): string[] => [
  ...new Set(fragments.flatMap((fragment) => lentPartitions[fragment].map((begin) => `${begin}*`))),
]
