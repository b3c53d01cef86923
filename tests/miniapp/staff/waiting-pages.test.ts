import { err, ok } from '@common/result'
import { isShort, joined, readWaiting, type WaitingPage, withOne } from '@/staff/waiting-pages'

type One = { id: string; state: string | null }
const waiting = (id: string): One => ({ id, state: 'proposed' })
const decided = (id: string): One => ({ id, state: 'approved' })

/** A server that answers with these pages, one after the other. */
const server = (pages: WaitingPage<One>[]) => {
  const asked: (string | undefined)[] = []
  const fetch = async (cursor: string | undefined) => {
    asked.push(cursor)
    return ok(pages[asked.length - 1] ?? { items: [] })
  }
  return { asked, fetch }
}

describe('a list in which something waits', () => {
  it('is read until everything that waits is there, and no further', async () => {
    const { asked, fetch } = server([
      { items: [waiting('d'), decided('c')], open: 2, cursor: '1' },
      { items: [waiting('b'), decided('a')], open: 2, cursor: '2' },
    ])
    const read = await readWaiting(fetch)
    expect(read).toEqual(
      ok({ items: [waiting('d'), decided('c'), waiting('b'), decided('a')], open: 2, cursor: '2' }),
    )
    expect(asked).toEqual([undefined, '1'])
  })

  it('of an older server is one page', async () => {
    const { asked, fetch } = server([{ items: [waiting('a')] }])
    expect(await readWaiting(fetch)).toEqual(ok({ items: [waiting('a')] }))
    expect(asked).toHaveLength(1)
  })

  it('is not shown in part where a page of it fails', async () => {
    const failure = { code: 'unavailable' } as const
    expect(await readWaiting<One>(async () => err(failure))).toEqual(err(failure))
  })

  it('has nothing twice, though it was decided between two pages', () => {
    const first = { items: [waiting('b'), waiting('a')], open: 2, cursor: '1' }
    const next = { items: [decided('a')], open: 1, cursor: null }
    expect(joined(first, next)).toEqual({ items: [waiting('b'), decided('a')], open: 1, cursor: null })
  })

  it('counts what was just proposed or decided', () => {
    const page = { items: [waiting('a')], open: 3 }
    expect(isShort(page)).toBe(true)
    expect(withOne(page, waiting('b'))).toEqual({ items: [waiting('b'), waiting('a')], open: 4 })
    expect(withOne(page, decided('a'))).toEqual({ items: [decided('a')], open: 2 })
  })
})
