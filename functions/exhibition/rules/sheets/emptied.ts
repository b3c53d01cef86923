/** What a year of a file would forget of the one in whose place it comes. Pure. */
import type { Content } from '../../contract/kinds'
import type { FundContent, FundUse } from '../../contract/kinds/fund'

/** How many figures are known before and not afterwards. */
export function emptiedIn(before: Content, after: Content): number {
  if (before.kind !== 'fund' || after.kind !== 'fund') return 0
  const now = singlesOf(after)
  const singles = singlesOf(before).filter((figure, i) => figure !== null && now[i] === null)
  return singles.length + emptiedUses(before.uses, after.uses)
}

const singlesOf = ({ sales, prizes, raised, kept, jobs }: FundContent) => [
  ...[sales.amount, prizes.amount, raised.amount, kept.city, kept.province, kept.nation, jobs.count],
]

/** A use of another name comes in the place of one that is not there any more: somebody renamed it. */
function emptiedUses(before: readonly FundUse[], after: readonly FundUse[]): number {
  const [was, is] = [before, after].map((uses) => uses.filter(({ amount }) => amount !== null))
  const without = (some: readonly FundUse[] = [], others: readonly FundUse[] = []) =>
    some.filter(({ id }) => others.every((one) => one.id !== id))
  const removed = without(was, after).length
  const added = without(is, before).length
  return without(was, is).length - Math.min(removed, added)
}
