/** The pictures that a text names, as staff see them. */
import type { Media } from '@contract/media'
import { useRef } from 'react'
import { fresh } from '@/desk/named'
import { createRemote, useRemote } from '@/shared/query/remote'
import { fetchPictures } from './api'

/** By all ids of a text. */
const listed = createRemote((name) => fetchPictures(name.split(' ')), fresh)
const none: ReadonlyMap<string, Media> = new Map()

/** Those that are known by now; while one more is asked for, the others stay. */
export function usePictures(ids: readonly string[]): ReadonlyMap<string, Media> {
  const wanted = [...new Set(ids)].filter((id) => id !== '').sort()
  const { value } = useRemote(listed, wanted.length > 0 ? wanted.join(' ') : null)
  const known = useRef(none)
  if (value) known.current = new Map(value.map((one) => [one.id, one]))
  return known.current
}
