/** A year of the fund as a table, for where there is no more of it yet. Pure. */
import type { Block } from '@common/blocks/block'
import type { FundContent } from '@functions/exhibition/contract/kinds/fund'

export function fundBlocks({ sales, prizes, raised, uses, note }: FundContent): Block[] {
  const row = (name: string, { amount, source, date }: FundContent['sales']) => [
    name,
    amount === null ? '' : String(amount / 1_000_000),
    `${source} ${date ?? ''}`.trim(),
  ]
  const figures = [row('销售', sales), row('奖金', prizes), row('筹集公益金', raised)]
  const rows = [...figures, ...uses.map((use) => row(use.title, use))]
  return [
    { id: 'a', type: 'table', caption: '', columns: ['项目', '万元', '来源和日期'], rows },
    ...(note === '' ? [] : [{ id: 'b', type: 'text', text: note } satisfies Block]),
  ]
}
