/** Entries of the hall in the words of the desk. Pure. */
import { galleryKindOf } from '@contract/exhibition'
import type { EntryKind, EntryState, EntrySummary } from '@functions/exhibition/contract/entries'
import type { GalleryKind } from '@functions/exhibition/contract/fields'
import { kindOfId } from '@functions/exhibition/contract/kinds'
import type { Reviewed, ReviewItem } from '@/desk/registration'
import type { TasksOfCity } from '@/desk/tasks'
import { otherName } from '@/desk/words'
import { momentText } from '@/shared/time/moments'

export const galleryNames: Readonly<Record<GalleryKind, string>> = {
  history: '福彩历程',
  games: '票品与玩法',
  footprints: '公益足迹',
  stories: '人物故事',
  stations: '爱心驿站',
  rational: '理性购彩',
}

export function galleryName(gallery: string): string {
  const kind = galleryKindOf(gallery)
  return kind === 'other' ? otherName : galleryNames[kind]
}

export const entryKindNames: Readonly<Record<EntryKind, string>> = {
  exhibit: '展品',
  gallery: '展厅',
  fund: '公益金去向',
  bulletin: '公益发布',
}
export const entryStateNames: Readonly<Record<EntryState, string>> = {
  draft: '草稿',
  'in-review': '待审批',
  scheduled: '已排期',
  published: '已发布',
  withdrawn: '已撤下',
}

export const entryKindName = ({ kind }: Pick<EntrySummary, 'kind'>): string =>
  kind === 'other' ? otherName : entryKindNames[kind]

/** `展品：第一批福利彩票`. */
export const entryTitle = (entry: Pick<EntrySummary, 'kind' | 'title'>): string =>
  `${entryKindName(entry)}：${entry.title}`

export function entrySign({ state }: Pick<EntrySummary, 'state'>): ReviewItem['sign'] {
  if (state === 'other') return { word: otherName, tone: 'closed' }
  const isWaiting = state === 'in-review' || state === 'scheduled'
  return {
    word: entryStateNames[state],
    tone: state === 'published' ? 'open' : isWaiting ? 'doubt' : 'closed',
  }
}

/** `第 2 版，3月4日 10:00 发布`. */
export const liveText = ({ live }: Pick<EntrySummary, 'live'>, now: number): string =>
  live ? `第 ${live.version} 版，${momentText(Date.parse(live.at), now)} 发布` : '没有'

/** Those that wait for a second person: as tasks, for the list of entries is read by pages, and one of them may be on none yet. */
export const entryReviews = ({ all, more }: Pick<TasksOfCity, 'all' | 'more'>): Reviewed => ({
  items: all
    .filter(({ kind }) => kind === 'entry')
    .map(({ subject: id, by, at, due, facts }) => ({
      ...{ kind: 'entry', id, by, since: Date.parse(at), due: Date.parse(due) },
      title: entryTitle({ kind: kindOfId(id) ?? 'other', title: facts.title ?? '' }),
      notFor: facts.writers?.split(' ') ?? [],
      ...{ isWaiting: true, decidedAt: null, sign: entrySign({ state: 'in-review' }) },
    })),
  more,
})

/** What became of those that did. */
export const decidedEntries = ({ entries, more }: { entries: EntrySummary[]; more: boolean }): Reviewed => ({
  items: entries.flatMap((entry) => itemOf(entry) ?? []),
  more: false,
  hasOlder: more,
})

function itemOf(entry: EntrySummary): ReviewItem | null {
  const same = { kind: 'entry', id: entry.id, title: entryTitle(entry) } as const
  const decided = decidedOf(entry)
  if (!decided) return null
  const { by, word, tone } = decided
  const at = Date.parse(decided.at)
  return { ...same, by, since: at, due: null, isWaiting: false, decidedAt: at, sign: { word, tone } }
}

type Decided = ReviewItem['sign'] & { by: string; at: string }

/** `by`: who saved the text. */
function decidedOf({ state, savedBy: by, savedAt, returned, schedule, live }: EntrySummary): Decided | null {
  if (state === 'draft' && returned) return { by, at: returned.at, word: '已退回', tone: 'closed' }
  if (state === 'scheduled' && schedule) return { by, at: savedAt, word: '已排期', tone: 'open' }
  if (state === 'published' && live) return { by, at: live.at, word: '已发布', tone: 'open' }
  return null
}
