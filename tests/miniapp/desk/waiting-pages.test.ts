import { err, ok } from '@common/result'
import {
  isShort,
  joined,
  readWaiting,
  readWaitingFirst,
  type WaitingPage,
  withOne,
} from '@/desk/waiting-pages'

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

  describe('in which what is decided stands among what waits', () => {
    const newest = { items: [decided('d'), waiting('c')], cursor: '1' }

    it('begins with what waits, however far behind', async () => {
      const all = server([{ ...newest, open: 3 }])
      const alone = server([
        { items: [waiting('c'), waiting('b')], open: 3, cursor: '2' },
        { items: [waiting('a')], open: 3, cursor: null },
      ])
      const read = await readWaitingFirst(all.fetch, alone.fetch)
      const items = [waiting('c'), waiting('b'), waiting('a'), decided('d')]
      expect(read).toEqual(ok({ items, open: 3, cursor: '1' }))
      expect([all.asked, alone.asked]).toEqual([[undefined], [undefined, '2']])
    })

    it('is its first page where that shows everything that waits', async () => {
      const page = { ...newest, open: 1 }
      const alone = server([])
      expect(await readWaitingFirst(server([page]).fetch, alone.fetch)).toEqual(ok(page))
      expect(alone.asked).toEqual([])
    })

    it('is counted in its latest state', async () => {
      const alone = server([{ items: [waiting('c')], open: 1, cursor: null }])
      const read = await readWaitingFirst(server([{ ...newest, open: 2 }]).fetch, alone.fetch)
      expect(read).toEqual(ok({ items: [waiting('c'), decided('d')], open: 1, cursor: '1' }))
    })

    it('is not shown in part where what waits is not to be had', async () => {
      const failure = { code: 'unavailable' } as const
      const read = readWaitingFirst(server([{ ...newest, open: 2 }]).fetch, async () => err(failure))
      expect(await read).toEqual(err(failure))
    })
  })
})
