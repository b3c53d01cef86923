/** What citizens reported, and what deciding on it means. Pure. */
import type { ReportDecision } from '@contract/places'
import type { OpenReport } from '@/desk/api'
import { otherName } from '@/desk/words'
import { amenityNames, reportFactNames } from '@/places/words'

/** `东西用完了（饮用水）`. */
export function reportText({ fact, amenity }: Pick<OpenReport, 'fact' | 'amenity'>): string {
  const name = fact === 'other' ? otherName : reportFactNames[fact]
  return amenity === null ? name : `${name}（${amenityNames[amenity]}）`
}

export type Decision = { accept: boolean; settled: boolean }

/** What deciding so changes, and for whom. */
export function decisionText(report: OpenReport, { accept, settled }: Decision): string {
  const points = accept
    ? report.credit
      ? '报告的人得到积分。'
      : '报告的人没有要积分。'
    : '报告的人不得积分。'
  const doubt = settled
    ? '地点页不再因为这件事标“待核实”，同一件事的其他报告不再算数，核实日期记成今天。'
    : report.doubted
      ? '地点页继续标“待核实”，等核实好了再处理。'
      : '地点页不变。'
  return `${points}${doubt}`
}

/** What became of it, once decided. */
export function decidedText({ accept, award }: ReportDecision): string {
  const first = accept ? '已采纳。' : '已记为不属实。'
  switch (award) {
    case 'given':
      return `${first}积分已经给报告的人。`
    case 'none':
    case 'other':
      return first
    case 'cap-reached':
    case 'monthly-cap-reached':
      return `${first}报告的人的积分已经到上限，这次没有给。`
    case 'rule-not-in-force':
      return `${first}报告得积分的规则现在没有开，这次没有给。`
    case 'account-closed':
      return `${first}报告的人已经注销，没有给积分。`
  }
}
