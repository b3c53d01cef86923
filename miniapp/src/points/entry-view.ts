/** A line of the ledger in plain words. Pure. */
import type { Entry } from '@contract/points'
import { pointsText } from '@/shared/components/points'

export type EntryView = { title: string; text: string | null; points: string; balance: string; plus: boolean }

/** @param placeName the name of a place by its id; null where this city's catalogue does not know it */
export function entryView(entry: Entry, placeName: (id: string) => string | null): EntryView {
  const { title, text } = reasonWords(entry.reason, placeName)
  return {
    title,
    text,
    points: pointsText(entry.points, true),
    balance: `余 ${pointsText(entry.balance)}`,
    plus: entry.points >= 0,
  }
}

type Words = { title: string; text: string | null }

function reasonWords(reason: Entry['reason'], placeName: (id: string) => string | null): Words {
  switch (reason.type) {
    case 'check-in':
      return { title: '签到', text: checkInText(reason) }
    case 'visit':
      return { title: '到站打卡', text: placeName(reason.place) }
    case 'report':
      return { title: '报告被采纳', text: placeName(reason.place) }
    case 'code':
      return { title: '积分码', text: reason.label }
    case 'quiz':
      return { title: '展馆答题', text: reason.label }
    case 'event':
      return { title: '主题活动', text: reason.label }
    case 'order':
      return { title: `兑换“${reason.gift}”`, text: null }
    case 'cancelled':
      return { title: `取消“${reason.gift}”，积分退回`, text: lapsedText(reason.lapsed) }
    case 'not-picked-up':
      return { title: `“${reason.gift}”过期未领，积分退回`, text: lapsedText(reason.lapsed) }
    case 'lapsed':
      return { title: '积分到期', text: `${reason.year} 年得的，用到 ${reason.year + 1} 年底` }
    case 'closed':
      return { title: '账户已注销', text: null }
    case 'adjustment':
      return { title: '福彩中心更正', text: reason.text }
    case 'other':
      return { title: '其他', text: null }
  }
}

function checkInText({ streak, bonus }: { streak: number; bonus: number }): string | null {
  if (streak <= 1) return null
  return bonus > 0 ? `连续 ${streak} 天，其中多得 ${pointsText(bonus)} 分` : `连续 ${streak} 天`
}

function lapsedText(lapsed: number): string | null {
  return lapsed > 0 ? `另有 ${pointsText(lapsed)} 分早已到期，没有退回` : null
}
