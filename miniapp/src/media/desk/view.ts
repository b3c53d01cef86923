/** Uploaded files in the words of the desk. Pure. */
import type { Resolved } from '@common/blocks/resolve'
import type { MediaKind, ShownMedia } from '@common/blocks/shown'
import type { DecidedMedia, Media } from '@contract/media'
import { kindOfType } from '@functions/media/contract/kinds'
import type { Reviewed, ReviewItem } from '@/desk/registration'
import type { TasksOfCity } from '@/desk/tasks'
import { durationText } from '@/shared/blocks/words'

/** As a block shows it to staff, also while it waits; null: nobody will see it. */
export const shownToStaff = ({
  id,
  state,
  type,
  width,
  height,
  seconds,
  renditions,
}: Media): ShownMedia | null =>
  state === 'ready' || state === 'approved'
    ? { id, kind: kindOfType(type), width, height, seconds, renditions }
    : null

/** What the blocks of a text are shown to staff by. */
export const resolvedToStaff = (
  pictures: ReadonlyMap<string, Media>,
  bulletins: Resolved['bulletins'],
): Resolved => ({
  media: new Map(
    [...pictures.values()].flatMap((picture) => {
      const shown = shownToStaff(picture)
      return shown ? [[picture.id, shown] as const] : []
    }),
  ),
  bulletins,
})

const kindNames: Readonly<Record<MediaKind, string>> = {
  picture: '图片',
  audio: '声音',
  video: '视频',
  document: '文件',
}
export const nameOfType = (type: string | undefined): string =>
  type === undefined ? kindNames.picture : kindNames[kindOfType(type)]

/** `图片：一张绿色的票`. */
export const mediaTitle = ({ type, description }: { type?: string; description?: string }): string =>
  description ? `${nameOfType(type)}：${description}` : nameOfType(type)

const waits: ReviewItem['sign'] = { word: '待审批', tone: 'doubt' }

/** Those that wait for a second person. */
export const pictureReviews = ({ all, more }: Pick<TasksOfCity, 'all' | 'more'>): Reviewed => ({
  items: all
    .filter(({ kind }) => kind === 'media')
    .map(({ subject, by, at, due, facts }) => ({
      ...{ kind: 'media', id: subject, title: mediaTitle(facts), by },
      ...{ since: Date.parse(at), due: Date.parse(due), isWaiting: true, decidedAt: null, sign: waits },
    })),
  more,
})

const outcomes: Readonly<Record<DecidedMedia['state'], ReviewItem['sign']>> = {
  approved: { word: '已通过', tone: 'open' },
  refused: { word: '已退回', tone: 'closed' },
  other: { word: '其他', tone: 'closed' },
}

/** What was decided in the last days. */
export const decidedReviews = ({ decided }: { decided: readonly DecidedMedia[] }): Reviewed => ({
  items: decided.map(({ id, state, type, description, by, at, decidedBy, decidedAt }) => ({
    ...{ kind: 'media', id, title: mediaTitle({ type, description }), by, since: Date.parse(at), due: null },
    ...{ isWaiting: false, decidedAt: Date.parse(decidedAt) },
    // Nobody of the staff refused what WeChat did.
    sign: decidedBy === null ? { word: '微信未通过', tone: 'closed' } : outcomes[state],
  })),
  more: false,
})

/** What is said beside it where it is used; null: anybody may see it. */
export function stateText({ state, check }: Pick<Media, 'state' | 'check'>): string | null {
  if (state === 'approved') return null
  if (check === 'risky') return '微信检查认为不合规，已经撤下，谁也看不到了。换一个。'
  if (state === 'ready') return '等另一位同事审，审过才能公开。'
  if (state === 'removed') return '长期没有用到，已经清理。要用就重新传一次。'
  if (state === 'refused') return '审批没有通过，换一个。'
  return '还没有传完，重新传一次。'
}

const measured: Readonly<Record<MediaKind, string>> = {
  picture: '张图片',
  audio: '段声音',
  video: '段视频',
  document: '份文件',
}

/** `2 张图片`, `1 份文件`, `3 个图片、声音、视频或文件`. */
export function countText(files: readonly Media[]): string {
  const [kind, ...others] = new Set(files.map(({ type }) => kindOfType(type)))
  const isOne = kind !== undefined && others.length === 0
  return `${files.length} ${isOne ? measured[kind] : '个图片、声音、视频或文件'}`
}

/** `640 × 360 像素，3 分 20 秒，12.0 MB`. */
export const aboutText = ({ width, height, seconds, bytes }: Media): string =>
  [
    ...(width !== null && height !== null ? [`${width} × ${height} 像素`] : []),
    ...(seconds !== null ? [durationText(seconds)] : []),
    sizeText(bytes),
  ].join('，')

/** `2.3 MB`, `340 KB`. */
export const sizeText = (bytes: number): string =>
  bytes >= 1024 * 1024
    ? `${(bytes / 1024 / 1024).toFixed(1)} MB`
    : `${Math.max(1, Math.round(bytes / 1024))} KB`
