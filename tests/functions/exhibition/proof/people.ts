/** Two editors and a reviewer who do what a history says, from what each of them saw last. */
import { type Content, type Entry, entrySchema } from '../../../../functions/exhibition/contract/entries'
import { problemSchema } from '../../../../functions/shared/contract'
import { minuteMs } from '../../../../functions/shared/day'
import * as z from '../../../../functions/shared/zod'
import type { Answer } from '../../../support/worlds/api'
import { bulletin, type createExhibitionWorld, type Editor, exhibit, text } from '../kit'
import type { Action } from './actions'
import type { Books, Outcome } from './invariants'
import { categories } from './shown'

export const galleries = ['stories', 'stations'] as const
/** That of an entry, as a client reads it. */
type Kind = Entry['content']['kind']
/** `place`: one of two galleries; of a bulletin, of two categories, each with a day of its own. */
export const contentOf = (kind: Kind, place: number, words: string): Content => {
  const blocks = [text(words)]
  return kind === 'bulletin'
    ? bulletin({ category: categories[place], date: `2026-11-2${place}`, blocks })
    : exhibit({ gallery: galleries[place], blocks })
}

type Seen = { revision: number; version: number | null; latest: number; due: string | null }
type Asking = { by: Editor; id: string; kind: Kind; view: Seen }
type Actions = {
  [Type in Action['type']]: (asking: Asking, action: Action & { type: Type }) => Promise<Outcome>
}

const seenOf = ({ revision, review, schedule, live }: Entry): Seen => ({
  revision,
  version: (review ?? schedule)?.version ?? null,
  due: schedule?.at ?? null,
  latest: Math.max(0, ...[review, schedule, live].map((step) => step?.version ?? 0)),
})
const outcomeOf = ({ status }: Answer): Outcome => {
  if (status === 200) return 'done'
  return status < 500 ? 'refused' : 'unknown'
}
/** Whoever gets no answer asks once more, with the very same. */
const askTwice = async (ask: () => Promise<Answer>): Promise<Answer> => {
  const answer = await ask()
  return outcomeOf(answer) === 'unknown' ? ask() : answer
}
const shownIn = (answer: Answer): unknown => {
  const json = answer.json()
  return answer.status === 200 ? json : problemSchema.safeParse(json).data?.current
}

export const createPeople = (
  { time, sweep }: Pick<ReturnType<typeof createExhibitionWorld>, 'time' | 'sweep'>,
  books: Books,
) => {
  /** By person and entry. */
  const views = new Map<string, Seen>()
  let saves = 0

  const ask = async ({ by, id }: Asking, request: () => Promise<Answer>): Promise<Answer> => {
    const answer = await askTwice(request)
    const parsed = entrySchema.safeParse(shownIn(answer))
    if (parsed.success) views.set(`${by.id} ${id}`, seenOf(parsed.data))
    return answer
  }
  const post = async (asking: Asking, action: string, body: unknown): Promise<Outcome> =>
    outcomeOf(await ask(asking, () => asking.by.post(asking.id, action, body)))

  const actions: Actions = {
    save: async (asking, { place }) => {
      const { by, id, kind, view } = asking
      const words = `words ${++saves}`
      const content = contentOf(kind, place, words)
      const answer = await ask(asking, () => by.save({ id, revision: view.revision }, content))
      const outcome = outcomeOf(answer)
      const saved = outcome === 'done' ? z.parse(entrySchema, answer.json()) : null
      expect(saved?.content ?? content).toEqual(content)
      const revision = saved?.revision ?? null
      books.saves.push({ entry: id, by: by.id, base: view.revision, words, outcome, revision })
      return outcome
    },
    submit: (asking) => post(asking, 'submission', { revision: asking.view.revision }),
    approve: async (asking, { minutes }) => {
      const version = asking.view.version ?? asking.view.latest + 1
      const at = time.now + (minutes ?? 0) * minuteMs
      const { step } = books
      const body = { version, at: minutes === null ? null : new Date(at).toISOString() }
      const outcome = await post(asking, 'approval', body)
      books.approvals.push({ entry: asking.id, by: asking.by.id, version, at, step, outcome })
      return outcome
    },
    reschedule: async (asking, { minutes }) => {
      const { version, latest, due } = asking.view
      const at = time.now + (minutes ?? 0) * minuteMs
      const iso = new Date(at).toISOString()
      const body = { version: version ?? latest + 1, from: due ?? iso, at: minutes === null ? null : iso }
      const { step } = books
      const outcome = await post(asking, 'schedule', body)
      books.approvals.push({ entry: asking.id, by: asking.by.id, version: body.version, at, step, outcome })
      return outcome
    },
    return: (asking) => {
      const version = asking.view.version ?? asking.view.latest + 1
      return post(asking, 'return', { version, reason: '再看看' })
    },
    withdraw: async (asking) => {
      const { step } = books
      const outcome = await post(asking, 'withdrawal', {})
      if (outcome === 'done') books.withdrawals.push({ entry: asking.id, step })
      return outcome
    },
    restore: (asking, { version }) => {
      const { latest, revision } = asking.view
      return post(asking, 'restoration', { version: Math.max(1, latest - version), base: revision })
    },
    sweep: () =>
      sweep().then(
        () => 'done',
        () => 'unknown',
      ),
  }
  const does = <Type extends Action['type']>(asking: Asking, action: Action & { type: Type }) =>
    actions[action.type](asking, action)

  return {
    async act(by: Editor, draft: Entry, action: Action): Promise<Outcome> {
      const { id, content } = draft
      const { kind } = content
      const asking = () => ({ by, id, kind, view: views.get(`${by.id} ${id}`) ?? seenOf(draft) })
      if (action.looks) await ask(asking(), () => by.get(`/${id}`))
      return does(asking(), action)
    },
  }
}
