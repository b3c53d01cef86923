/** How this person wants the program to be: elder mode, and whether they said that they are of age. */
import * as z from '@common/zod'
import { phoneStore, storedValue, type TextStore } from './storage'
import { createStore, type Store, useStore } from './store'

/** `adult` and `minor` are what the person said; null: not asked yet. */
export type Age = 'adult' | 'minor' | null

export interface Settings {
  elder: Store<boolean>
  age: Store<Age>
  /** Back to how the program came, after the phone's store was cleared. */
  forget(): void
}

export function createSettings(store: TextStore): Settings {
  const storedElder = storedValue(store, 'elder', 1, z.boolean())
  const storedAge = storedValue(store, 'age', 1, z.enum(['adult', 'minor']))
  const elder = remembered(createStore(storedElder.read() ?? false), (value) => storedElder.write(value))
  const age = remembered(createStore<Age>(storedAge.read()), (value) => value && storedAge.write(value))
  return {
    elder,
    age,
    forget() {
      storedElder.clear()
      storedAge.clear()
      elder.forget(false)
      age.forget(null)
    },
  }
}

function remembered<T>(store: Store<T>, write: (value: T) => void): Store<T> & { forget(initial: T): void } {
  return {
    ...store,
    set(next) {
      write(next)
      store.set(next)
    },
    forget: store.set,
  }
}

export const settings = createSettings(phoneStore)

export const useElder = (): boolean => useStore(settings.elder)
export const useAge = (): Age => useStore(settings.age)

/** 你 to most, 您 to an elder mode reader: the only word that differs. */
export function address(elder: boolean, text: string): string {
  return elder ? text.replace(/你/g, '您') : text
}
