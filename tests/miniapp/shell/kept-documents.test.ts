/** Documents that are asked for again by their ETag: what is sent, what is kept, and what an earlier version left. */
import { err, ok, type Result } from '@common/result'
import * as z from '@common/zod'
import type { Answer, Failure } from '@/shared/api/http'
import { createKeptDocuments } from '@/shared/query/kept-documents'
import { createRemote } from '@/shared/query/remote'
import type { TextStore } from '@/shared/storage/storage'

const schema = z.object({ title: z.string() })
type Doc = z.infer<typeof schema>

function aStore(): TextStore {
  const texts = new Map<string, string>()
  return {
    get: (name) => texts.get(name) ?? null,
    set(name, text) {
      texts.set(name, text)
      return true
    },
    remove: (name) => void texts.delete(name),
    names: () => [...texts.keys()],
  }
}

const brought = (document: Doc & { later?: string }, etag: string | null): Result<Answer<Doc>, Failure> =>
  ok({ state: 'new', value: { title: document.title }, document, etag })
const unchanged: Result<Answer<Doc>, Failure> = ok({ state: 'unchanged' })

/** A start of the program over the same phone: the answers in turn, and the ETags that it asked with. */
function aStart<T>(store: TextStore, answers: Result<Answer<T>, Failure>[], read: z.ZodMiniType<T>) {
  const asked: (string | null)[] = []
  const kept = createKeptDocuments(
    store,
    () => 'hall',
    read,
    async (_, etag) => {
      asked.push(etag)
      return answers.shift() ?? err({ code: 'offline' })
    },
  )
  const remote = createRemote(kept.fetch, { fresh: 0, seen: kept.seen, now: () => asked.length })
  return { asked, remote }
}

it('asks by ETag for what is kept, in this start and the next, and shows it where nothing is new', async () => {
  const store = aStore()
  const first = aStart(store, [brought({ title: '展馆' }, '"1"'), unchanged], schema)
  await first.remote.refresh('320800')
  await first.remote.refresh('320800')
  expect(first.asked).toEqual([null, '"1"'])
  const second = aStart(store, [unchanged, brought({ title: '新展馆' }, '"2"'), unchanged], schema)
  await second.remote.refresh('320800')
  expect(second.remote.get('320800')).toMatchObject({ value: { title: '展馆' }, failure: null, readAt: 1 })
  await second.remote.refresh('320800')
  await second.remote.refresh('320800')
  expect(second.asked).toEqual(['"1"', '"1"', '"2"'])
  expect(second.remote.get('320800').value).toEqual({ title: '新展馆' })
})

it('keeps of each city its own', async () => {
  const { remote, asked } = aStart(
    aStore(),
    [brought({ title: '淮安' }, '"a"'), brought({ title: '滨州' }, '"b"'), unchanged],
    schema,
  )
  await remote.refresh('320800')
  await remote.refresh('371600')
  await remote.refresh('320800')
  expect(asked).toEqual([null, null, '"a"'])
  expect(remote.get('320800').value).toEqual({ title: '淮安' })
})

it('shows what is kept without a network', async () => {
  const store = aStore()
  await aStart(store, [brought({ title: '展馆' }, '"1"')], schema).remote.refresh('320800')
  const { remote } = aStart(store, [], schema)
  await remote.refresh('320800')
  expect(remote.get('320800')).toMatchObject({ value: { title: '展馆' }, isFromStorage: true })
})

it('keeps a document as it came: a later version, which knows more, reads more in it when nothing is new', async () => {
  const store = aStore()
  await aStart(store, [brought({ title: '展馆', later: '更多' }, '"1"')], schema).remote.refresh('320800')
  const later = aStart(store, [ok({ state: 'unchanged' as const })], z.object({ later: z.string() }))
  await later.remote.refresh('320800')
  expect(later.remote.get('320800').value).toEqual({ later: '更多' })
})

it.each([
  [
    'an earlier version kept what it knew, without an ETag',
    { name: '320800', value: { title: '旧' }, readAt: 5 },
  ],
  ['what is kept cannot be read', { name: '320800', value: { titel: '旧' }, readAt: 5, etag: '"1"' }],
])('asks for all of it where %s', async (_what, entry) => {
  const store = aStore()
  store.set('seen.hall', JSON.stringify({ v: 1, value: [entry] }))
  const { remote, asked } = aStart(store, [brought({ title: '新' }, '"2"')], schema)
  await remote.refresh('320800')
  expect(asked).toEqual([null])
  expect(remote.get('320800').value).toEqual({ title: '新' })
})
