/** Positions are part of a text: a new order is saved entry by entry, and public once each was approved. */
import { err, type Result } from '@common/result'
import type { Entry, EntrySummary } from '@functions/exhibition/contract/entries'
import { useRef, useState } from 'react'
import { runEach } from '@/desk/bulk/run-each'
import type { Desk } from '@/desk/desk'
import type { Failure } from '@/shared/api/request'
import { fetchEntry, saveEntry, submitEntry } from '../api'
import { entryChanged } from '../stores'
import { moved, type Placed, planOf } from './plan'

/** `saved`: how many; `ready`: of those whose position alone differs from what is public, to be submitted. */
type Done = { saved: number; submitted: number; failures: { id: string; failure: Failure }[]; ready: Entry[] }

const locked: readonly string[] = ['in-review', 'scheduled', 'other']
const isLocked = ({ state }: EntrySummary): boolean => locked.includes(state)

export function useOrdering(desk: Desk, first: readonly EntrySummary[]) {
  const [list, setList] = useState(first)
  const [isBusy, setBusy] = useState(false)
  const [done, setDone] = useState<Done | null>(null)
  const isRunning = useRef(false)
  const plan = planOf(list.map((one) => ({ ...one, isFixed: isLocked(one) })))
  const waiting = list.filter((one) => isLocked(one) && plan.some(({ id }) => id === one.id))

  async function each<T extends { id: string }>(
    things: readonly T[],
    act: (thing: T) => Promise<Result<Entry, Failure>>,
  ) {
    const entries: Entry[] = []
    const ids = things.map(({ id }) => id)
    const outcome = await runEach(
      ids,
      async (id) => {
        const thing = things.find((one) => one.id === id)
        const answer = thing ? await act(thing) : err<Failure>({ code: 'unknown-entry' })
        if (answer.ok) {
          entries.push(answer.value)
          entryChanged(desk.name, answer.value)
        }
        return answer
      },
      { onStep: () => {}, isStopped: () => false },
    )
    return { entries, failures: outcome.failed }
  }

  async function once(run: () => Promise<Done>): Promise<void> {
    if (isRunning.current) return
    isRunning.current = true
    setBusy(true)
    setDone(await run())
    isRunning.current = false
    setBusy(false)
  }

  const save = () =>
    once(async () => {
      const { entries, failures } = await each(plan, place)
      const newer = (one: EntrySummary) => entries.find(({ id }) => id === one.id) ?? one
      setList(list.map(newer))
      const wasPublished = (id: string) => list.some((one) => one.id === id && one.state === 'published')
      const ready = entries.filter(({ id, findings }) => wasPublished(id) && findings.length === 0)
      return { saved: entries.length, submitted: 0, failures, ready }
    })
  const submit = () =>
    once(async () => {
      const { entries, failures } = await each(done?.ready ?? [], ({ id, revision }) =>
        submitEntry(id, { revision }),
      )
      const newer = (one: EntrySummary) => entries.find(({ id }) => id === one.id) ?? one
      setList(list.map(newer))
      return { saved: 0, submitted: entries.length, failures, ready: [] }
    })
  return {
    list,
    plan,
    waiting,
    isBusy,
    done,
    save,
    submit,
    move(from: number, to: number) {
      setDone(null)
      setList(moved(list, from, to))
    },
  }
}

/** Its text as it stands, at another position. */
async function place({ id, position }: Placed): Promise<Result<Entry, Failure>> {
  const read = await fetchEntry(id)
  if (!read.ok) return read
  const { content, revision } = read.value
  if (content.kind !== 'exhibit' && content.kind !== 'gallery') return err({ code: 'entry-state' })
  return saveEntry(id, { base: revision, content: { ...content, position } })
}
