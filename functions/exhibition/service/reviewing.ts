/** From a draft to what is public, by two people, and back. */

import type { Write } from '../../shared/aws/table'
import { err, ok, type Result } from '../../shared/result'
import type { NewTask } from '../../tasks/fragments'
import { type Content, titleOf } from '../contract/kinds'
import type { EntryItem } from '../rules/entry'
import {
  approved,
  checkOf,
  isApprovedBy,
  isRescheduledBy,
  isReturnedBy,
  isSubmittedBy,
  rescheduled,
  returned,
  submitted,
  uncheckedRefusal,
  withdrawn,
} from '../rules/machine'
import {
  type Asked,
  type Changed,
  type Changing,
  type EntryDependencies,
  existing,
  lackOf,
  unchanged,
} from './changing'
import type { Checking } from './checking'
import { mediaIn, mediaProblem } from './media'
import { namedProblem } from './named'
import type { Full } from './writer'

type ReturnRefusal = 'entry-conflict' | 'entry-state'
type SubmitRefusal =
  | ReturnRefusal
  | 'entry-incomplete'
  | 'entry-wording'
  | 'entry-risky'
  | 'media-unusable'
  | 'bulletin-unusable'
type ApproveRefusal = SubmitRefusal | 'entry-unchecked' | 'own-entry' | 'media-waits' | Full
type Allowing = {
  action: 'entry-approved' | 'entry-rescheduled'
  isDone: (before: EntryItem) => boolean
  move: typeof approved
}
export type Submitting = Asked & { revision: number; proposed: string | null }
export type Approving = Asked & { version: number; until: string | null; acceptUnchecked?: boolean }
export type Rescheduling = Approving & { from: string }
export type Returning = Asked & { version: number; reason: string }

export const reviewingService = (
  { store, tasks, media, uses, clock }: EntryDependencies,
  { change, record, showing }: Changing,
  { checkAgain }: Checking,
) => {
  const { entries, due } = store

  /** Fragments: what waited for a person or a time waits no more. */
  const endWaiting = ({ id, review, schedule, ...entry }: EntryItem): Write[] => [
    ...(review ? tasks.endTask(taskOf({ ...entry, id, review })) : []),
    ...due.removeDue(id, schedule),
  ]

  /** What was complete when it was submitted may lack something that is asked for since; what is approved shows all its files. */
  const moveWhole = async (
    move: Allowing['move'],
    [before, approval, act]: Parameters<typeof approved>,
    acceptUnchecked: boolean,
  ): Promise<Result<EntryItem, Exclude<ApproveRefusal, Full>>> => {
    const lack = lackOf(approval.content)
    if (lack) return err(lack)
    const moved = move(before, approval, act)
    const refusal = moved.ok && uncheckedRefusal(before, acceptUnchecked)
    if (refusal) return err(refusal)
    if (!moved.ok) return moved
    // Used before they are read: what is there now is not removed any more.
    const gone = await uses.use(mediaIn(approval.content), before.id)
    const problem = await mediaProblem(media, before.region, approval.content)
    if (problem) return err(problem)
    if (gone.length > 0) return err('media-unusable')
    const named = await namedProblem(store, before, approval.content)
    return named ? err(named) : moved
  }

  /** A picture that waits may be approved while the text is read; one that was refused never will. */
  const unusableIn = async (entry: EntryItem, content: Content) =>
    (await mediaProblem(media, entry.region, content)) === 'media-unusable'
      ? ('media-unusable' as const)
      : namedProblem(store, entry, content)

  const allow = (
    { id, by, version, until, acceptUnchecked = false }: Approving,
    { action, isDone, move }: Allowing,
  ) =>
    change<ApproveRefusal>(id, async (before) => {
      if (isDone(before)) return unchanged(before)
      const found = await entries.readVersion(id, version)
      if (!found) return err('entry-conflict')
      const { content } = found
      const approval = { version, content, until }
      const moved = await moveWhole(move, [before, approval, { by, at: clock() }], acceptUnchecked)
      if (!moved.ok) return moved
      const after = moved.value
      const shown = await showing(before, after)
      if (!shown.ok) return shown
      const facts = { name: titleOf(content), version, at: after.schedule?.at, check: checkOf(before) }
      return ok({
        after,
        also: [
          ...endWaiting(before),
          ...(after.schedule ? [due.putDue({ id, at: after.schedule.at })] : []),
          ...record(action, after, by, facts),
          ...shown.value,
        ],
      })
    })

  return {
    /** Makes the working text a version, which nobody changes any more, and has it wait for a second person. */
    async submit({ id, by, requestId, ...request }: Submitting): Changed<SubmitRefusal> {
      await checkAgain({ id, by, requestId, revision: request.revision })
      return change<SubmitRefusal>(id, async (before) => {
        if (isSubmittedBy(before, request, by)) return unchanged(before)
        const moved = submitted(before, request, { by, at: clock() })
        if (!moved.ok) return moved
        const { content } = await existing(entries.readWorking(id))
        const lack = lackOf(content)
        if (lack) return err(lack)
        if (checkOf(before) === 'risky') return err('entry-risky')
        const unusable = await unusableIn(before, content)
        if (unusable) return err(unusable)
        const { after, review } = moved.value
        const { version, at } = review
        return ok({
          after,
          also: [
            ...entries.putVersion(id, { version, content, by, at, writers: after.writers }),
            ...tasks.openTask(taskOf({ ...after, review })),
            ...record('entry-submitted', after, by, { ...timeOf(request), name: titleOf(content), version }),
          ],
        })
      })
    },

    /** By another person than its writers: public at once, or `until` then. */
    approve: (request: Approving) =>
      allow(request, {
        action: 'entry-approved',
        isDone: (before) => isApprovedBy(before, request.version, request.by),
        move: approved,
      }),

    /** By somebody who may approve it: another time, or at once. */
    reschedule: ({ from, ...request }: Rescheduling) =>
      // Whoever approved it has answered for what WeChat did not look at.
      allow(
        { ...request, acceptUnchecked: true },
        {
          action: 'entry-rescheduled',
          isDone: (before) => isRescheduledBy(before, request, request.by),
          move: (before, approval, act) => rescheduled(before, { ...approval, from }, act),
        },
      ),

    /** To be written on. Whoever wrote it may call it back as well. */
    sendBack: ({ id, by, version, reason }: Returning): Changed<ReturnRefusal> =>
      change<ReturnRefusal>(id, async (before) => {
        if (isReturnedBy(before, version, by)) return unchanged(before)
        const moved = returned(before, { version, reason }, { by, at: clock() })
        if (!moved.ok) return moved
        const after = moved.value
        const facts = { name: after.card.title, version, reason }
        return ok({ after, also: [...endWaiting(before), ...record('entry-returned', after, by, facts)] })
      }),

    /** One person may: it takes away what is public, and its schedule, in one write. Once more changes nothing. */
    withdraw: ({ id, by }: Asked): Changed<Full> =>
      change<Full>(id, async (before) => {
        const after = withdrawn(before)
        if (after === before) return unchanged(before)
        const shown = await showing(before, after)
        if (!shown.ok) return shown
        const facts = { name: before.live?.card.title ?? before.card.title, version: before.live?.version }
        return ok({
          after,
          also: [
            ...due.removeDue(id, before.schedule),
            ...record('entry-withdrawn', after, by, facts),
            ...shown.value,
          ],
        })
      }),
  }
}

/** A review does not run out. */
const forever = '9999-01-01T00:00:00.000Z'

/** For the record. */
const timeOf = ({ proposed }: Pick<Submitting, 'proposed'>) => (proposed === null ? {} : { at: proposed })

type InReview = Pick<EntryItem, 'id' | 'region' | 'card' | 'writers'> & {
  review: NonNullable<EntryItem['review']>
}
/** `writers`: for whom it does not wait, for who wrote some of it may not approve it. */
const taskOf = ({ id, region, card, writers, review: { by, at, due } }: InReview): NewTask => {
  const facts = { title: card.title, gallery: card.gallery, writers: writers.join(' ') }
  return { region, power: 'publish', kind: 'entry', subject: id, by, at, due, until: forever, facts }
}
