import { entryPages, seqText } from '../../../../functions/shared/ledger/entries'
import { ledgerWrites } from '../../../../functions/shared/ledger/writes'
import * as z from '../../../../functions/shared/zod'
import { withEngine } from '../../../support/engine/engine'

const bench = withEngine('points')
const account = { PK: 'subsidy#32080290', SK: 'account' }
const sortOf = (series: string) => (seq: number) => `${series}#${seqText(seq)}`
const series = (name: string) => ({ partition: account.PK, sortOf: sortOf(name) })
const keyOf = (name: string, seq: number) => ({ PK: account.PK, SK: sortOf(name)(seq) })
const entry = (name: string, seq: number) => ({ ...keyOf(name, seq), seq, amount: seq * 100 })

describe('an account in the table', () => {
  it('is written once for each time it was read, with its entries or not at all', async () => {
    const { table } = bench
    const writes = (revision: number, seq: number) =>
      ledgerWrites(table, {
        revision,
        account: { ...account, balance: seq * 100, seq },
        entries: [entry('paid', seq)],
      })
    expect((await table.transact(writes(0, 1))).ok).toBe(true)
    expect((await table.transact(writes(1, 2))).ok).toBe(true)
    // Somebody who read it before: neither account nor entry is written.
    expect(await table.transact(writes(1, 3))).toEqual({ ok: false, error: { at: [0] } })
    expect(await table.get(keyOf('paid', 3), { consistent: true })).toBeNull()
    expect(await table.get(account, { consistent: true })).toMatchObject({ revision: 2, balance: 200 })
  })

  it('refuses an entry whose number is there', async () => {
    const { table } = bench
    await table.transact([table.put(entry('paid', 1))])
    const writes = ledgerWrites(table, { revision: 0, account, entries: [entry('paid', 1)] })
    expect(await table.transact(writes)).toEqual({ ok: false, error: { at: [1] } })
    expect(await table.get(account, { consistent: true })).toBeNull()
  })

  it('shows its entries newest first, page by page, over several series', async () => {
    const { table } = bench
    const numbers = [1, 2, 3, 4, 5, 6, 7]
    await table.transact(numbers.map((seq) => table.put(entry(seq % 3 === 0 ? 'spent' : 'paid', seq))))
    const pageOf = entryPages(table, z.object({ seq: z.int(), amount: z.int() }))
    const all = [series('paid'), series('spent')]
    const seen: number[] = []
    let after: number | null = null
    do {
      const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(all, { after, limit: 3 })
      seen.push(...page.entries.map(({ seq }) => seq))
      after = page.next
    } while (after !== null)
    expect(seen).toEqual([...numbers].reverse())
    expect(
      (await pageOf([series('spent')], { after: null, limit: 3 })).entries.map(({ seq }) => seq),
    ).toEqual([6, 3])
  })
})
