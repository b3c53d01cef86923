/** The browser's worker, run with a store of its own: what the store refuses never costs an answer of the network. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { runInNewContext } from 'node:vm'

const text = readFileSync(resolve(__dirname, '../../../miniapp/config/worker.js'), 'utf8')

type Asked = { url: string; method: string; mode: string }
type FetchEvent = { request: Asked; respondWith(answer: Promise<Answer>): void }
type Answer = { ok: boolean; type: string; text: string; clone(): Answer }
type Caches = { match(): Promise<Answer | undefined>; open(): Promise<{ put(): Promise<void> }> }

const origin = 'https://fuyi.example'
const served = (words: string): Answer => ({
  ok: true,
  type: 'basic',
  text: words,
  clone: () => served(words),
})
const refused = () => Promise.reject(new Error('QuotaExceededError'))

/** What the page gets for `path` from a worker with these caches, while the network answers “fresh”. */
async function answerTo(path: string, mode: string, caches: Caches): Promise<string> {
  const listeners = new Map<string, (event: FetchEvent) => void>()
  runInNewContext(`const version = '1'\nconst files = []\n${text}`, {
    URL,
    Promise,
    setTimeout: () => {},
    caches,
    fetch: async () => served('fresh'),
    self: {
      location: { origin },
      addEventListener: (name: string, listener: (event: FetchEvent) => void) =>
        listeners.set(name, listener),
    },
  })
  return new Promise((done, fail) => {
    listeners.get('fetch')?.({
      request: { url: origin + path, method: 'GET', mode },
      respondWith: (answer) => void answer.then((response) => done(response.text), fail),
    })
  })
}

test.each([
  ['a file', '/js/app.1234.js', 'cors'],
  ['the page', '/', 'navigate'],
])('%s comes from the network where the store is full', async (_, path, mode) => {
  const full = { match: async () => undefined, open: async () => ({ put: refused }) }
  expect(await answerTo(path, mode, full)).toBe('fresh')
})

test.each([
  ['a file', '/js/app.1234.js', 'cors'],
  ['the page', '/', 'navigate'],
])('%s comes from the network where the store can no longer be opened', async (_, path, mode) => {
  expect(await answerTo(path, mode, { match: refused, open: refused })).toBe('fresh')
})

test('a kept file is given without the network', async () => {
  const kept = { match: async () => served('kept'), open: refused }
  expect(await answerTo('/js/app.1234.js', 'cors', kept)).toBe('kept')
})
