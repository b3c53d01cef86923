/**
 * What must hold in the books at every moment, whatever was done and whatever failed. Each check says in words what it
 * found, so that one reads of a violation what is wrong.
 */
import type { Limits, RulesOfCity } from '../../../functions/points/contract'
import { shortOf } from '../../../functions/points/rules/account'
import type { StoredEntry } from '../../../functions/points/store/account/entries'
import { dayOf } from '../../../functions/shared/day'
import type { Books } from './books'
import { stockViolations, waitingViolations } from './stock-invariants'

export type Constitution = Pick<RulesOfCity, 'rules'> & { limits: Limits }

/** Empty: all is well. */
export const violationsIn = (books: Books, constitution: Constitution): string[] => [
  ...books.accounts.flatMap((one) => accountViolations(books, one, constitution)),
  ...orphans(books),
  ...orderViolations(books),
  ...onceViolations(books),
  ...adjustmentViolations(books),
  ...stockViolations(books),
  ...waitingViolations(books),
]

type Account = Books['accounts'][number]

/** Who has entries has an account, and who has points stands in the directory. */
const orphans = ({ accounts, entries, directory }: Books): string[] => {
  const known = new Set(accounts.map(({ person, region }) => `${person}#${region}`))
  const listed = directory.map(({ person, region }) => `${person}#${region}`)
  const due = accounts.filter(({ account }) => account.seq > 0 && !account.isClosed)
  return [
    ...entries
      .filter(({ person, region }) => !known.has(`${person}#${region}`))
      .map(({ person, entry }) => `entry ${entry.seq} of ${person} has no account`),
    ...due
      .filter(({ person, region }) => !listed.includes(`${person}#${region}`))
      .map(({ person }) => `${person} is missing in the directory`),
    ...(listed.length > due.length ? ['the directory lists who has no open account'] : []),
  ]
}

export const entriesOf = (
  { entries }: Books,
  { person, region }: { person: string; region: string },
): StoredEntry[] =>
  entries
    .filter((one) => one.person === person && one.region === region)
    .map(({ entry }) => entry)
    .sort((a, b) => a.seq - b.seq)

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

const accountViolations = (books: Books, one: Account, constitution: Constitution): string[] => {
  const entries = entriesOf(books, one)
  const found = [
    ...balanceViolations(one, entries),
    ...countViolations(books, one),
    ...capViolations(one, entries, constitution),
    ...yearViolations(books, one, constitution),
  ]
  return found.map((what) => `${one.person}: ${what}`)
}

/** The balance is the sum of the entries and of the lots, and was never below 0. */
const balanceViolations = ({ account }: Account, entries: readonly StoredEntry[]): string[] => {
  const found: string[] = []
  let balance = 0
  entries.forEach((entry, i) => {
    if (entry.seq !== i + 1) found.push(`entry ${i + 1} is missing, the next is ${entry.seq}`)
    balance += entry.points
    if (entry.balance !== balance)
      found.push(`entry ${entry.seq} says ${entry.balance}, the sum is ${balance}`)
    if (balance < 0) found.push(`balance below 0 after entry ${entry.seq}`)
  })
  const lots = Object.values(account.lots)
  if (account.seq !== entries.length) found.push(`seq ${account.seq} with ${entries.length} entries`)
  if (account.balance !== balance) found.push(`balance ${account.balance}, sum of entries ${balance}`)
  if (sum(lots) !== account.balance) found.push(`balance ${account.balance}, sum of lots ${sum(lots)}`)
  if (lots.some((points) => points <= 0)) found.push('a lot of nothing or less')
  if (account.isClosed && balance !== 0) found.push(`closed with ${balance} points`)
  return found
}

/** What the account counts is what there is. */
const countViolations = (
  { orders, gifts, waiting }: Books,
  { person, region, account }: Account,
): string[] => {
  const own = orders.filter((order) => order.person === person && order.region === region)
  const reserved = own.filter(({ state }) => state === 'reserved')
  const found: string[] = []
  if (account.reserved !== reserved.length)
    found.push(`counts ${account.reserved} reserved orders of ${reserved.length}`)
  if (account.isClosed) {
    const waits = waiting.some((place) => place.person === person && place.gift.startsWith(region))
    return waits ? [...found, 'is closed and waits for something'] : found
  }
  for (const { id, perPerson } of gifts) {
    const had = own.filter(
      ({ gift, state }) => gift.id === id && (state === 'reserved' || state === 'picked-up'),
    ).length
    const counted = account.gifts[shortOf(id)] ?? 0
    if (counted !== had) found.push(`counts ${counted} of gift ${id}, had ${had}`)
    if (perPerson !== null && had > perPerson) found.push(`had ${had} of gift ${id}, may have ${perPerson}`)
  }
  return found
}

/** Caps of a day, a month and a life, worked out from the entries alone. */
const capViolations = (
  { account }: Account,
  entries: readonly StoredEntry[],
  { rules, limits }: Constitution,
) => {
  const found: string[] = []
  const earned = entries.filter(({ kind }) => kind === 'earn')
  const grouped = (list: readonly StoredEntry[], keyOf: (entry: StoredEntry) => string) => {
    const sums = new Map<string, number>()
    for (const entry of list) sums.set(keyOf(entry), (sums.get(keyOf(entry)) ?? 0) + entry.points)
    return [...sums]
  }
  const day = (entry: StoredEntry) => dayOf(Date.parse(entry.at))
  const month = (entry: StoredEntry) => day(entry).slice(0, 7)
  for (const [when, points] of grouped(earned, month)) {
    if (points > limits.monthlyEarning) found.push(`earned ${points} in ${when}`)
    const counted = account.earned.day.slice(0, 7) === when ? account.earned.points : points
    if (counted !== points && !account.isClosed)
      found.push(`counts ${counted} earned in ${when} of ${points}`)
  }
  for (const [id, rule] of Object.entries(rules)) {
    const own = earned.filter(({ reason }) => reason.type === id)
    const over = (cap: number | null, keyOf: (entry: StoredEntry) => string) =>
      grouped(own, keyOf).filter(([, points]) => cap !== null && points > cap)
    for (const [when, points] of [
      ...over(rule.perDay, day),
      ...over(rule.perMonth, month),
      ...over(rule.lifetime, () => 'all'),
    ])
      found.push(`earned ${points} by ${id} in ${when}`)
  }
  return found
}

/** Orders of a year that were not given back cost no more than the year's cap, and the account knows what they cost. */
const yearViolations = (
  { orders }: Books,
  { person, region, account }: Account,
  { limits }: Constitution,
) => {
  const years = new Map<number, number>()
  for (const order of orders.filter((one) => one.person === person && one.region === region)) {
    if (order.state === 'cancelled' || order.state === 'expired') continue
    const year = Number(dayOf(Date.parse(order.reservedAt)).slice(0, 4))
    years.set(year, (years.get(year) ?? 0) + order.points)
  }
  const { year, points } = account.redeemed
  const found = [...years]
    .filter(([, spent]) => spent > limits.yearlyRedemption)
    .map(([of, spent]) => `redeemed ${spent} in ${of}`)
  const counted = years.get(year) ?? 0
  return counted === points ? found : [...found, `counts ${points} redeemed in ${year} of ${counted}`]
}

/** No order without its entry, no entry without its order; given back once, and only if it was. */
const orderViolations = ({ orders, entries }: Books): string[] => {
  const found: string[] = []
  const reasons = entries.map(({ person, entry }) => ({ person, entry, reason: entry.reason }))
  for (const { person, entry, reason } of reasons)
    if ('order' in reason && !orders.some(({ id }) => id === reason.order))
      found.push(`${person}: entry ${entry.seq} tells of order ${reason.order}, which is not there`)
  for (const order of orders) {
    const about = reasons.filter(({ reason }) => 'order' in reason && reason.order === order.id)
    if (about.some(({ person }) => person !== order.person))
      found.push(`order ${order.id} in another's ledger`)
    found.push(...paymentViolations(order, about), ...refundViolations(order, about))
  }
  return found
}

type About = Pick<Books['entries'][number], 'entry'> & { reason: Books['entries'][number]['entry']['reason'] }

const paymentViolations = (order: Books['orders'][number], about: readonly About[]): string[] => {
  const found: string[] = []
  const [spent, ...more] = about.filter(({ entry }) => entry.kind === 'spend')
  if (!spent || more.length > 0) found.push(`order ${order.id} was paid ${spent ? more.length + 1 : 0} times`)
  const price = sum(Object.values(order.taken))
  if (spent?.entry.points !== -order.points || price !== order.points)
    found.push(`order ${order.id} costs ${order.points}, paid ${spent?.entry.points}, from lots ${price}`)
  return found
}

const refundViolations = (order: Books['orders'][number], about: readonly About[]): string[] => {
  const found: string[] = []
  const why = { cancelled: 'cancelled', expired: 'not-picked-up', reserved: '', 'picked-up': '' }[order.state]
  const refunds = about.filter(({ entry }) => entry.kind === 'refund')
  const [refund] = refunds
  if (refunds.length !== (why === '' ? 0 : 1))
    found.push(`order ${order.id} is ${order.state} with ${refunds.length} refunds`)
  if (refund && 'lapsed' in refund.reason && refund.entry.points + refund.reason.lapsed !== order.points)
    found.push(`order ${order.id} of ${order.points} gave back ${refund.entry.points}`)
  if (refund && refund.reason.type !== why) found.push(`order ${order.id} refunded as ${refund.reason.type}`)
  return found
}

/** Every mark has its entry, no two the same, and nothing that can be earned once was earned twice. */
const onceViolations = (books: Books): string[] => {
  const { marks, entries, codes, batches } = books
  const found: string[] = []
  const byMark = new Set<string>()
  for (const { person, region, rule, subject, seq } of marks) {
    const name = `${person}#${region}#${seq}`
    if (byMark.has(name)) found.push(`${person}: two marks for entry ${seq}`)
    byMark.add(name)
    const own = entries.find((one) => one.person === person && one.region === region && one.entry.seq === seq)
    if (own?.entry.kind !== 'earn' || own.entry.reason.type !== rule)
      found.push(`${person}: the mark ${rule} ${subject} names entry ${seq}, which is another`)
  }
  for (const { person, region, entry } of entries)
    if (entry.kind === 'earn' && !byMark.has(`${person}#${region}#${entry.seq}`))
      found.push(`${person}: entry ${entry.seq} was earned without a mark`)
  found.push(...daily(books))
  for (const { id, used } of batches) {
    const usedCodes = codes.filter(({ batch, usedBy }) => batch === id && usedBy !== null)
    const paid = entries.filter(({ entry }) => entry.reason.type === 'code' && entry.reason.batch === id)
    if (usedCodes.length !== used || paid.length !== used)
      found.push(`batch ${id} counts ${used} used, ${usedCodes.length} are, ${paid.length} were paid`)
  }
  return found
}

/** One check-in a day, one visit a day and place, one quiz a subject. */
const daily = ({ entries }: Books): string[] => {
  const seen = new Set<string>()
  return entries.flatMap(({ person, region, entry: { reason, at } }) => {
    const day = dayOf(Date.parse(at))
    const what =
      reason.type === 'check-in'
        ? `check-in ${day}`
        : reason.type === 'visit'
          ? `visit ${reason.place} ${day}`
          : reason.type === 'quiz'
            ? `quiz ${reason.subject}`
            : null
    const name = `${person}#${region}: ${what}`
    if (what === null || !seen.has(name)) {
      seen.add(name)
      return []
    }
    return [`${name} was earned twice`]
  })
}

/** Approved adjustments moved points once, with a record of who decided; others moved none. */
const adjustmentViolations = ({ adjustments, entries, audits }: Books): string[] =>
  adjustments.flatMap(({ id, state, points }) => {
    const moved = entries.filter(
      ({ entry: { reason } }) => reason.type === 'adjustment' && reason.adjustment === id,
    )
    const decided = audits.filter(
      ({ action, subject }) => subject === id && action !== 'adjustment-proposed',
    ).length
    const isRight = moved.length === (state === 'approved' ? 1 : 0)
    return [
      ...(isRight && moved.every(({ entry }) => entry.points === points)
        ? []
        : [`adjustment ${id} is ${state} and moved points ${moved.length} times`]),
      ...(decided === (state === 'proposed' ? 0 : 1)
        ? []
        : [`adjustment ${id} has ${decided} decisions on record`]),
    ]
  })
