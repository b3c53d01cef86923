/** How far one got in each gallery. Stays on this phone. */
import * as z from '@common/zod'
import { phoneStore, storedValue, type TextStore } from '@/shared/storage/storage'
import { createStore, type Store, useStore } from '@/shared/storage/store'
import type { ExhibitAt, GalleryAt } from './go'

/** `exhibit`: the one looked at last. `seen`: all that were, in the order of their first time. */
const progressSchema = z.object({
  region: z.string(),
  gallery: z.string(),
  exhibit: z.string(),
  seen: z.array(z.string()),
})
export type Progress = z.infer<typeof progressSchema>

/** Galleries: those of a few cities. */
const most = 24

const isOf =
  ({ region, gallery }: GalleryAt) =>
  (one: GalleryAt) =>
    one.region === region && one.gallery === gallery

export function createProgress(store: TextStore) {
  const stored = storedValue(store, 'exhibition', 1, z.array(progressSchema))
  let list: Store<readonly Progress[]> | null = null
  const all = (): Store<readonly Progress[]> => {
    list ??= createStore<readonly Progress[]>(stored.read() ?? [])
    return list
  }
  return {
    /** The gallery looked at last comes first. */
    get: () => all().get(),
    subscribe: (listener: () => void) => all().subscribe(listener),
    /** That this exhibit is looked at now. */
    look(at: ExhibitAt): void {
      const before = all().get()
      const known = before.find(isOf(at))
      const seen = [...new Set([...(known?.seen ?? []), at.exhibit])]
      const others = before.filter((one) => one !== known)
      const { region, gallery, exhibit } = at
      const next = [{ region, gallery, exhibit, seen }, ...others].slice(0, most)
      stored.write(next)
      all().set(next)
    },
  }
}

export const progress = createProgress(phoneStore)

export const useProgress = (): readonly Progress[] => useStore(progress)

/** Null where nothing of it was looked at yet. */
export const useGalleryProgress = (at: GalleryAt): Progress | null => useProgress().find(isOf(at)) ?? null
