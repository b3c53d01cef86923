import { err, ok } from '@common/result'
import { createDirectory, entryKey } from '@/desk/persons/directory'
import { entryText } from '@/desk/persons/text'

const whose = { name: 'me 320800', region: '320800' }
const idOf = (n: number): string => String(n).padStart(20, '0')
const noOf = (id: string): string => id.slice(-8)
const settled = () => new Promise<void>((done) => setImmediate(done))

/** A server that knows everybody but those removed from it. */
function aDirectory({ gone = [], fails = 0 }: { gone?: string[]; fails?: number } = {}) {
  const asked: string[][] = []
  let failing = fails
  const directory = createDirectory(async (_region, { ids }) => {
    asked.push([...ids])
    if (failing-- > 0) return err({ code: 'unavailable' })
    const here = ids.filter((id) => !gone.includes(id))
    return ok({ persons: here.map((id) => ({ id, no: noOf(id) })) })
  })
  return { directory, asked, textOf: (id: string) => entryText(directory.get().get(entryKey(whose, id))) }
}

it('what several parts of a page want is asked for at once, each person once', async () => {
  const { directory, asked, textOf } = aDirectory()
  directory.want(whose, [idOf(1), idOf(2)])
  directory.want(whose, [idOf(2), idOf(3)])
  expect(textOf(idOf(1))).toBe('…')
  await settled()
  expect(asked).toEqual([[idOf(1), idOf(2), idOf(3)]])
  expect(textOf(idOf(3))).toBe('0000 0003')
  directory.want(whose, [idOf(1), idOf(3)])
  await settled()
  expect(asked).toHaveLength(1)
})

it('more than a hundred persons are asked for by the hundred', async () => {
  const { directory, asked } = aDirectory()
  directory.want(
    whose,
    Array.from({ length: 201 }, (_, n) => idOf(n)),
  )
  await settled()
  expect(asked.map(({ length }) => length)).toEqual([100, 100, 1])
})

it('whoever is missing in the answer has left', async () => {
  const { directory, textOf } = aDirectory({ gone: [idOf(2)] })
  directory.want(whose, [idOf(1), idOf(2)])
  await settled()
  expect([textOf(idOf(1)), textOf(idOf(2))]).toEqual(['0000 0001', '已注销'])
})

it('what failed says so, and is asked for again when it is shown again', async () => {
  const { directory, asked, textOf } = aDirectory({ fails: 1 })
  directory.want(whose, [idOf(1)])
  await settled()
  expect(textOf(idOf(1))).toBe('编号没有取到')
  directory.want(whose, [idOf(1)])
  await settled()
  expect(asked).toHaveLength(2)
  expect(textOf(idOf(1))).toBe('0000 0001')
})

it('what one city calls somebody is not shown at the desk of another', () => {
  const { directory } = aDirectory()
  directory.put(whose, { id: idOf(1), no: noOf(idOf(1)), name: '王老师' })
  const elsewhere = { name: 'me 371600', region: '371600' }
  expect(entryText(directory.get().get(entryKey(elsewhere, idOf(1))))).toBe('…')
})
