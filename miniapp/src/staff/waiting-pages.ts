/** Lists in which something waits for somebody come in pages; what waits is read as far as it goes. */
import { ok, type Result } from '@common/result'
import type { Failure } from '@/shared/request'

/** A page, or several together. `open`: how many wait in all; `cursor`: where the next page begins. A server before 0.4 says neither. */
export type WaitingPage<T> = { items: T[]; open?: number; cursor?: string | null }

type Waits = { id: string; state: string | null }

/** Requests at most for one look. */
const mostPages = 8

/** Page after page until everything that waits is there. */
export async function readWaiting<T extends Waits>(
  fetch: (cursor: string | undefined) => Promise<Result<WaitingPage<T>, Failure>>,
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

/** What comes twice, because something was decided between two pages, is told once, as it was told last. */
export function joined<T extends Waits>(before: WaitingPage<T>, next: WaitingPage<T>): WaitingPage<T> {
  const told = new Map(next.items.map((one) => [one.id, one]))
  const old = before.items.map((one) => told.get(one.id) ?? one)
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
