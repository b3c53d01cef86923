import fc from 'fast-check'
import type { Lots } from '../../../../functions/shared/ledger/lots'
import { sumOf } from '../../../../functions/shared/ledger/lots'
import { type Change, post, withoutLapsed } from '../../../../functions/shared/ledger/posting'

/** The pay of somebody, in fen: an account that no domain has yet. */
type Pay = { revision: number; seq: number; balance: number; lots: Lots; note: string }
type Line = { seq: number; balance: number; amount: number; what: string }

const empty: Pay = { revision: 0, seq: 0, balance: 0, lots: {}, note: '' }
const posted = (change: Change<Pay, Line>, amount: number, what: string, fields: Partial<Pay> = {}) =>
  post(change, fields, amount, (placed) => ({ ...placed, amount, what }))

describe('an account of a ledger', () => {
  it('has the sum of its entries as its balance, and numbers them without a gap', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 })), (amounts) => {
        const { account, entries } = amounts.reduce<Change<Pay, Line>>(
          (change, amount) => posted(change, amount, 'x'),
          { account: empty, entries: [] },
        )
        expect(account.balance).toBe(amounts.reduce((sum, amount) => sum + amount, 0))
        expect(entries.map(({ seq }) => seq)).toEqual(amounts.map((_, i) => i + 1))
        expect(account.seq).toBe(amounts.length)
        expect(entries.at(-1)?.balance ?? 0).toBe(account.balance)
      }),
    )
  })

  it('changes in other fields with an entry, and never in its number or balance by them', () => {
    const { account } = posted({ account: empty, entries: [] }, 5, 'x', { note: 'y', balance: 99, seq: 7 })
    expect(account).toEqual({ ...empty, note: 'y', balance: 5, seq: 1 })
  })

  it('writes off each lot that has lapsed by an entry of its own, and leaves the others', () => {
    const lots = { '2026-02': 20, '2026-01': 5, '2026-03': 7 }
    const account = { ...empty, seq: 3, balance: sumOf(lots), lots }
    const settled = withoutLapsed<Pay, Line>(
      account,
      (lot) => lot < '2026-03',
      (change, { lot, amount, left }) => posted(change, -amount, lot, { lots: left }),
    )
    expect(settled.account).toMatchObject({ seq: 5, balance: 7, lots: { '2026-03': 7 } })
    expect(settled.entries.map(({ what, amount }) => [what, amount])).toEqual([
      ['2026-01', -5],
      ['2026-02', -20],
    ])
  })
})
