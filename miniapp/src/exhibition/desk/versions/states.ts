/** The versions of an entry in the words of the desk. Pure. */
import type { EntrySummary, VersionSummary } from '@functions/exhibition/contract/entries'
import type { BadgeTone } from '@/shared/components/badge'

type Sign = { word: string; tone: BadgeTone }

/** Where one version stands, as far as the entry says. */
export function versionSign(entry: EntrySummary, { version, isKept }: VersionSummary): Sign {
  const { live, schedule, review, returned } = entry
  if (live?.version === version) return { word: '正在公开', tone: 'open' }
  if (schedule?.version === version) return { word: '已排期', tone: 'doubt' }
  if (review?.version === version) return { word: '待审批', tone: 'doubt' }
  if (returned?.version === version) return { word: '已退回', tone: 'closed' }
  return isKept ? { word: '没提交的草稿', tone: 'closed' } : { word: '以前的版本', tone: 'closed' }
}

/** What was done with it, for the line that says by whom and when. */
export const versionAction = ({ isKept }: VersionSummary): string => (isKept ? '保存' : '提交')
