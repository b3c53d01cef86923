/** Uploaded pictures in the words of the desk. Pure. */
import type { Resolved } from '@common/blocks/resolve'
import type { ShownMedia } from '@common/blocks/shown'
import type { Media } from '@contract/media'
import type { Task } from '@functions/tasks/contract'
import type { Reviewed, ReviewItem } from '@/desk/registration'

/** As a block shows it to staff, also while it waits; null: nobody will see it. */
export const shownToStaff = ({ id, state, width, height, renditions }: Media): ShownMedia | null =>
  state === 'ready' || state === 'approved'
    ? { id, kind: 'picture', width, height, seconds: null, renditions }
    : null

/** What the blocks of a text are shown to staff by. */
export const resolvedToStaff = (pictures: ReadonlyMap<string, Media>): Resolved => ({
  media: new Map(
    [...pictures.values()].flatMap((picture) => {
      const shown = shownToStaff(picture)
      return shown ? [[picture.id, shown] as const] : []
    }),
  ),
  bulletins: new Map(),
})

/** `图片：一张绿色的票`. */
export const pictureTitle = (description: string | undefined): string =>
  description ? `图片：${description}` : '图片'

const waits: ReviewItem['sign'] = { word: '待审批', tone: 'doubt' }

/** Those that wait for a second person; what was decided stands in the history of each. */
export const pictureReviews = (tasks: readonly Task[]): Reviewed => ({
  items: tasks
    .filter(({ kind }) => kind === 'media')
    .map(({ subject, by, at, due, facts }) => ({
      ...{ kind: 'media', id: subject, title: pictureTitle(facts.description), by },
      ...{ since: Date.parse(at), due: Date.parse(due), isWaiting: true, decidedAt: null, sign: waits },
    })),
  more: false,
})

/** What is said beside it where it is used; null: anybody may see it. */
export function stateText(state: Media['state']): string | null {
  if (state === 'approved') return null
  if (state === 'ready') return '等另一位同事审，审过才能发布。'
  if (state === 'refused') return '审批没有通过，换一张。'
  return '还没有传完，重新传一次。'
}

/** `2.3 MB`, `340 KB`. */
export const sizeText = (bytes: number): string =>
  bytes >= 1024 * 1024
    ? `${(bytes / 1024 / 1024).toFixed(1)} MB`
    : `${Math.max(1, Math.round(bytes / 1024))} KB`
