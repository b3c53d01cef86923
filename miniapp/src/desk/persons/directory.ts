/**
 * Who is who on the pages of the desk. All ids that the parts of a page show are asked for together, each once; what was
 * answered stays in memory, by whose desk it is, and what failed is asked for again when it is shown again.
 */
import type { Result } from '@common/result'
import { maxResolved, type ResolvedPerson } from '@contract/identity'
import type { Failure } from '@/shared/api/request'
import { createStore } from '@/shared/storage/store'
import { resolvePersons } from './api'
import type { PersonEntry } from './text'

/** Whose: `name` is the desk's, of one person and one city. */
export type Whose = { name: string; region: string }
export type Entries = ReadonlyMap<string, PersonEntry>

type Resolve = (
  region: string,
  asked: { ids: readonly string[] },
) => Promise<Result<{ persons: ResolvedPerson[] }, Failure>>

export const entryKey = ({ name }: Pick<Whose, 'name'>, id: string): string => `${name} ${id}`

export function createDirectory(resolve: Resolve) {
  const store = createStore<Entries>(new Map())
  /** Wanted since the last question, by desk. */
  const wanted = new Map<string, { whose: Whose; ids: Set<string> }>()

  function show(whose: Whose, entries: readonly (readonly [id: string, entry: PersonEntry])[]): void {
    const next = new Map(store.get())
    for (const [id, entry] of entries) next.set(entryKey(whose, id), entry)
    store.set(next)
  }

  async function askFor(whose: Whose, ids: readonly string[]): Promise<void> {
    const answer = await resolve(whose.region, { ids })
    if (!answer.ok) return show(whose, everyone(ids, { state: 'failed' }))
    const found = answer.value.persons.map((person) => [person.id, { state: 'known', person }] as const)
    show(whose, [...everyone(ids, { state: 'gone' }), ...found])
  }

  function flush(): void {
    for (const { whose, ids } of wanted.values()) {
      const all = [...ids]
      for (let from = 0; from < all.length; from += maxResolved)
        void askFor(whose, all.slice(from, from + maxResolved))
    }
    wanted.clear()
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    want(whose: Whose, ids: readonly string[]): void {
      const missing = ids.filter((id) => {
        const entry = store.get().get(entryKey(whose, id))
        return entry === undefined || entry.state === 'failed'
      })
      if (missing.length === 0) return
      if (wanted.size === 0) void Promise.resolve().then(flush)
      const here = wanted.get(whose.name) ?? { whose, ids: new Set() }
      for (const id of missing) here.ids.add(id)
      wanted.set(whose.name, here)
      show(whose, everyone(missing, { state: 'asking' }))
    },
    /** What another response contained. */
    put: (whose: Whose, person: ResolvedPerson): void =>
      show(whose, [[person.id, { state: 'known', person }]]),
  }
}

function everyone(ids: readonly string[], entry: PersonEntry): [string, PersonEntry][] {
  return ids.map((id) => [id, entry])
}

export const directory = createDirectory(resolvePersons)
