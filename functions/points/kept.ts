/** Items that carry a person, or words that somebody wrote about or as one; docs/personal-data.md is written of it. */
import type { KeptItem } from '../shared/declaration/kept'

export const kept: readonly KeptItem[] = [
  {
    item: 'person#… / …#account',
    what: 'balance, lots, limits used',
    after: 'stays, closed and empty: the ledger sums up',
  },
  {
    item: 'person#… / …#entry#…',
    what: 'every point given and taken',
    after: 'stays: the ledger sums up; words of staff are taken out',
  },
  {
    item: 'person#… / …#spend#…',
    what: 'entries by which something was ordered',
    after: 'stays: the ledger sums up',
  },
  { item: 'person#… / …#once#…', what: 'what has earned once', after: 'stays: nothing earns twice' },
  {
    item: 'person#… / …#adjustment#…',
    what: 'which adjustments concern the account',
    after: 'stays, with them',
  },
  {
    item: 'person#… / left',
    what: 'that the person has left',
    after: 'stays: no account begins again under the id',
  },
  { item: 'accounts#… / …', what: 'accounts that hold points', after: 'erased' },
  { item: 'orders#… / …', what: 'gift, outlet, state', after: 'stays: the stock of gifts sums up' },
  { item: 'waiting#… / …', what: 'who waits for a gift', after: 'erased' },
  { item: 'offers#… / …', what: 'until when a piece is kept', after: 'stays 32 days at most' },
  { item: 'code#… / code', what: 'who used a printed code', after: 'stays: a code is used once' },
  {
    item: 'adjustments#… / …',
    what: 'points given by hand, by whom, who decided',
    after:
      "stays: the ledger's voucher; words about the account are taken out, words of theirs as staff stay",
  },
  {
    item: 'proposals#… / …',
    what: 'what one of the staff proposed and another decided',
    after: 'stays 30 days after the decision, with what they wrote in it as staff',
  },
  {
    item: 'batches#… / …',
    what: 'codes printed, who proposed, approved and read them',
    after: 'stays, with its label: they use no code of it',
  },
  { item: 'outliers#… / …', what: 'who earned much faster than people do', after: 'erased' },
  { item: 'tries#… / …', what: 'wrong codes typed', after: 'stays hours' },
]
