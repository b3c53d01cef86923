/**
 * What takes two of the staff: what yields more to people than what stands, and what is said to everybody. What yields the
 * same or less does not. Every way of being generous is judged alone: a change that gives here and takes there is generous.
 */
import { type EarningRule, earningRules, type RulesOfCity, type StaffGift } from '../contract'

type Streak = EarningRule['streak']
/** Null is no limit. */
type Limit = number | null

const isRaised = (before: Limit, after: Limit): boolean =>
  before !== null && (after === null || after > before)

/** Open at either end is the longest. */
const isLonger = (before: EarningRule, after: EarningRule): boolean => {
  const isEarlier = before.from !== null && (after.from === null || after.from < before.from)
  const isLater = before.until !== null && (after.until === null || after.until > before.until)
  return isEarlier || isLater
}

/** Oftener or higher. Another rhythm, even a slower one, hits other days, which the old one gave nothing for. */
const isRicher = (before: Streak, after: Streak): boolean => {
  if (after === null) return false
  return before === null || after.every % before.every !== 0 || after.points > before.points
}

/**
 * Whether anything could be earned under `after` that `before` would not have let through, in size, in time and under every
 * cap. A lower amount may still fit under a cap twice: the cap is what two people agreed to (docs/decisions/022). `amount`
 * does not count for `code`: each batch says its own, and takes two people itself.
 */
export function isMoreGenerous(
  before: Pick<RulesOfCity, 'rules' | 'limits'>,
  after: Pick<RulesOfCity, 'rules' | 'limits'>,
): boolean {
  const { limits } = before
  return (
    after.limits.monthlyEarning > limits.monthlyEarning ||
    after.limits.yearlyRedemption > limits.yearlyRedemption ||
    earningRules.some((id) => {
      const [was, is] = [before.rules[id], after.rules[id]]
      return (
        (id !== 'code' && is.amount > was.amount) ||
        isRaised(was.perDay, is.perDay) ||
        isRaised(was.perMonth, is.perMonth) ||
        isRaised(was.lifetime, is.lifetime) ||
        isLonger(was, is) ||
        isRicher(was.streak, is.streak)
      )
    })
  )
}

type Offer = Pick<StaffGift, 'price' | 'perPerson' | 'onSaleFrom' | 'onSaleUntil' | 'isPublished'>

/** In ms since 1970: the same moment can be written in many ways. */
const momentOf = (at: string | null): Limit => (at === null ? null : Date.parse(at))

/** Open at either end is the longest. */
const isSoldLonger = (before: Offer, after: Offer): boolean => {
  const [wasFrom, from] = [momentOf(before.onSaleFrom), momentOf(after.onSaleFrom)]
  const isEarlier = wasFrom !== null && (from === null || from < wasFrom)
  return isEarlier || isRaised(momentOf(before.onSaleUntil), momentOf(after.onSaleUntil))
}

/**
 * Whether people get more for their points: a lower price, more pieces a person, a longer sale, or a gift that was not to be
 * had. A gift that nobody can order yields nothing, whatever it says.
 */
export function isBetterOffer(before: Offer, after: Offer): boolean {
  if (!after.isPublished) return false
  return (
    !before.isPublished ||
    after.price < before.price ||
    isRaised(before.perPerson, after.perPerson) ||
    isSoldLonger(before, after)
  )
}

/** What everybody reads who looks at a gift. */
type Wording = Pick<StaffGift, 'name' | 'about'>

/**
 * Whether a change of a gift waits for a second person: it is a better offer, or it says something else to everybody. Text
 * that becomes public is read by two (docs/compliance.md): nothing checks it otherwise.
 */
export function needsSecondPerson(before: Offer & Wording, after: Offer & Wording): boolean {
  const saysElse = after.name !== before.name || after.about !== before.about
  return isBetterOffer(before, after) || (after.isPublished && saysElse)
}
