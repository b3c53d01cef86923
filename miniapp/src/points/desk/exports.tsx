/** The lists of points as files: what stands in the list, no more of anybody than there. */
import { type Day, dayOf } from '@common/day'
import { ok } from '@common/result'
import type { Adjustment, Batch, StaffGift } from '@contract/points'
import { exportList } from '@/desk/api'
import type { Desk } from '@/desk/desk'
import { ExportButton } from '@/desk/export'
import type { ExportColumn } from '@/desk/export/props'
import type { From, LoadPage } from '@/desk/export/read-all'
import { categoryNames } from '@/points/words'
import { clockText } from '@/shared/time/days'
import { adjustmentSign } from './adjustments/view'
import { batchStatus } from './batches/codes'
import { leftOf, statusOf, toFetchOf, waitingText } from './gift/draft'

type Props = { desk: Desk; now: number }

/** `2026-03-05 14:20`, in China. */
export const exportedMoment = (at: string): string => `${dayOf(Date.parse(at))} ${clockText(Date.parse(at))}`

type Page = Extract<Awaited<ReturnType<typeof exportList>>, { ok: true }>['value']

const loadOf =
  <T,>(desk: Desk, list: Parameters<typeof exportList>[1], rowsOf: (page: Page) => T[]): LoadPage<T> =>
  async (from: From) => {
    const page = await exportList(desk.region, list, from)
    if (!page.ok) return page
    return ok({ export: page.value.export, rows: rowsOf(page.value), cursor: page.value.cursor })
  }

export function ExportGifts({ desk, now }: Props) {
  return (
    <ExportButton
      desk={desk}
      name={`礼品-${dayOf(now)}`}
      columns={giftColumns(now)}
      load={loadOf(desk, 'gifts', ({ gifts }) => gifts)}
    />
  )
}

const giftColumns = (now: number): ExportColumn<StaffGift>[] => [
  { head: '编号', cell: ({ id }) => id },
  { head: '名称', cell: ({ name }) => name },
  { head: '类别', cell: ({ category }) => categoryNames[category] },
  { head: '状态', cell: (gift) => statusOf(gift, now).word },
  { head: '积分', cell: ({ price }) => price },
  { head: '总件数', cell: ({ total }) => total },
  { head: '还能兑换', cell: leftOf },
  { head: '待领取', cell: toFetchOf },
  { head: '已领取', cell: ({ handedOver }) => handedOver },
  { head: '排队', cell: waitingText },
  { head: '取货网点数', cell: ({ outlets }) => outlets.length },
]

export function ExportBatches({ desk, now }: Props) {
  return (
    <ExportButton
      desk={desk}
      name={`积分码批次-${dayOf(now)}`}
      columns={batchColumns(dayOf(now))}
      load={loadOf(desk, 'batches', ({ batches }) => batches)}
      personsIn={({ proposedBy, approvedBy }) => [proposedBy, approvedBy]}
    />
  )
}

const batchColumns = (today: Day): ExportColumn<Batch>[] => [
  { head: '编号', cell: ({ id }) => id },
  { head: '用在哪里', cell: ({ label }) => label },
  { head: '状态', cell: (batch) => batchStatus(batch, today).word },
  { head: '每个积分', cell: ({ points }) => points },
  { head: '几个码', cell: ({ count }) => count },
  { head: '已用', cell: ({ used }) => used },
  { head: '已发积分', cell: ({ used, points }) => used * points },
  { head: '有效到', cell: ({ until }) => until },
  { head: '生成', cell: ({ at }) => exportedMoment(at) },
  { head: '提交', cell: ({ proposedBy }, who) => (proposedBy ? who(proposedBy) : '') },
  { head: '复核', cell: ({ approvedBy }, who) => (approvedBy ? who(approvedBy) : '') },
]

export function ExportAdjustments({ desk, now }: Props) {
  return (
    <ExportButton
      desk={desk}
      name={`积分调整-${dayOf(now)}`}
      columns={adjustmentColumns}
      load={loadOf(desk, 'adjustments', ({ adjustments }) => adjustments)}
      personsIn={({ person, proposedBy, decidedBy }) => [person, proposedBy, decidedBy]}
    />
  )
}

const adjustmentColumns: readonly ExportColumn<Adjustment>[] = [
  { head: '编号', cell: ({ id }) => id },
  { head: '事由', cell: ({ text }) => text },
  { head: '积分', cell: ({ points }) => points },
  { head: '状态', cell: (adjustment) => adjustmentSign(adjustment).word },
  { head: '给谁', cell: ({ person }, who) => who(person) },
  { head: '提出', cell: ({ proposedBy }, who) => who(proposedBy) },
  { head: '提出时间', cell: ({ proposedAt }) => exportedMoment(proposedAt) },
  { head: '审批', cell: ({ decidedBy }, who) => (decidedBy ? who(decidedBy) : '') },
  { head: '审批时间', cell: ({ decidedAt }) => (decidedAt ? exportedMoment(decidedAt) : '') },
]
