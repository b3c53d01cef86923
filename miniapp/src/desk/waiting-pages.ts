/** Lists in which something waits for somebody come in pages; what waits is read as far as it goes. */
import { ok, type Result } from '@common/result'
import type { Failure } from '@/shared/api/request'

/** A page, or several together. `open`: how many wait in all; `cursor`: where the next page begins. A server before 0.4 says neither. */
export type WaitingPage<T> = { items: T[]; open?: number; cursor?: string | null }

type Fetch<T> = (cursor: string | undefined) => Promise<Result<WaitingPage<T>, Failure>>
type Waits = { id: string; state: string | null }

/** Requests at most for one look: of what waits, a hundred in a city, 15 come with each. */
const mostPages = 8

/** Page after page until everything that waits is there. */
export async function readWaiting<T extends Waits>(
  fetch: Fetch<T>,
): Promise<Result<WaitingPage<T>, Failure>> {
  let read: WaitingPage<T> = { items: [] }
  for (let i = 0; i < mostPages; i++) {
    const answer = await fetch(read.cursor ?? undefined)
    if (!answer.ok) return answer
    read = joined(read, answer.value)
    if (!read.cursor || waitingIn(read.items) >= (read.open ?? 0)) break
  }
  return ok(read)
}

/**
 * The first page of a list in which what waits stands among what is decided. Where more wait than it shows, they are read alone
 * and come first.
 */
export async function readWaitingFirst<T extends Waits>(
  all: Fetch<T>,
  alone: Fetch<T>,
): Promise<Result<WaitingPage<T>, Failure>> {
  const page = await all(undefined)
  if (!page.ok || !isShort(page.value)) return page
  const waiting = await readWaiting(alone)
  if (!waiting.ok) return waiting
  const { items, open } = waiting.value
  const known = new Set(items.map(({ id }) => id))
  const others = page.value.items.filter(({ id }) => !known.has(id))
  return ok({ ...page.value, open, items: [...items, ...others] })
}

/** An item that comes twice, because something was decided between two pages, is kept once, in its latest state. */
export function joined<T extends Waits>(before: WaitingPage<T>, next: WaitingPage<T>): WaitingPage<T> {
  const latest = new Map(next.items.map((one) => [one.id, one]))
  const old = before.items.map((one) => latest.get(one.id) ?? one)
  const known = new Set(before.items.map(({ id }) => id))
  return { ...next, items: [...old, ...next.items.filter(({ id }) => !known.has(id))] }
}

export const waitingIn = (items: readonly Waits[]): number =>
  items.filter(({ state }) => state === 'proposed').length

/** Whether more wait than are shown. */
export const isShort = <T extends Waits>({ items, open = 0 }: WaitingPage<T>): boolean =>
  open > waitingIn(items)

/** With what was just proposed or decided. */
export function withOne<T extends Waits>(page: WaitingPage<T>, one: T): WaitingPage<T> {
  const before = page.items.find(({ id }) => id === one.id)
  const change = Number(one.state === 'proposed') - Number(before?.state === 'proposed')
  const items = before ? page.items.map((other) => (other.id === one.id ? one : other)) : [one, ...page.items]
  return { ...page, items, ...(page.open !== undefined && { open: page.open + change }) }
}
