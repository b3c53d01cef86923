/** Titles of the bulletins that a text names, as visitors read them. */
import { useRef } from 'react'
import { fresh } from '@/desk/named'
import { createRemote, useRemote } from '@/shared/query/remote'
import { fetchTitles } from './api'

/** By all ids of a text. */
const titles = createRemote((name) => fetchTitles(name.split(' ')), fresh)
const none: ReadonlyMap<string, string | null> = new Map()

/** Of those that are known by now; null: it is not public. While one more is asked for, the others stay. */
export function useBulletinTitles(ids: readonly string[]): ReadonlyMap<string, string | null> {
  const wanted = [...new Set(ids)].filter((id) => id !== '').sort()
  const { value } = useRemote(titles, wanted.length > 0 ? wanted.join(' ') : null)
  const known = useRef(none)
  if (value) known.current = value
  return known.current
}
