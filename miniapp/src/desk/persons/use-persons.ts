import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { onOnline } from '@/shared/platform/offline-state'
import { useStore } from '@/shared/storage/store'
import type { Desk } from '../desk'
import { ownNames } from '../words'
import { directory, entryKey } from './directory'
import { entryText, personText, shortText } from './text'

export type Persons = {
  /** `王老师 · 3E8C A0HE`. */
  nameOf(id: string): string
  /** `王老师`, or without an internal name the number. */
  shortNameOf(id: string): string
  /** The same, and `我` for oneself. */
  whoOf(id: string): string
}

/** The persons that a part of a page shows, by their ids; null and undefined for nobody. */
export function usePersons(
  desk: Pick<Desk, 'name' | 'region' | 'me'>,
  ids: readonly (string | null | undefined)[],
): Persons {
  const entries = useStore(directory)
  const { name, region, me } = desk
  const shown = [...new Set(ids.filter(isAsked))].join(' ')
  const want = () => directory.want({ name, region }, shown === '' ? [] : shown.split(' '))
  useDidShow(want)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `want` is made of these
  useEffect(() => {
    want()
    return onOnline(want)
  }, [name, region, shown])
  const nameBy = (textOf: typeof personText) => (id: string) =>
    ownNames[id] ?? entryText(entries.get(entryKey({ name }, id)), textOf)
  const nameOf = nameBy(personText)
  return { nameOf, shortNameOf: nameBy(shortText), whoOf: (id) => (id === me.id ? '我' : nameOf(id)) }
}

const isAsked = (id: string | null | undefined): boolean => typeof id === 'string' && !(id in ownNames)
