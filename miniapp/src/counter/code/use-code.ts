import * as endpoints from '@functions/points/endpoints/counter'
import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call, type Failure } from '@/shared/api/request'
import { onOnline } from '@/shared/platform/offline-state'
import { phoneStore } from '@/shared/storage/storage'
import { type CachedCode, createCodeCache, type Shown, shownAt } from './live'

const cache = createCodeCache(phoneStore)
const second = 1000

export type CodeNow = {
  /** Null while there is none for today. */
  shown: Shown | null
  /** Why the last question got no answer; the code of the day goes on without. */
  failure: Failure | null
  retry(): void
}

/** The code that this counter shows at this moment, with or without a network. */
export function useCode(person: string, place: string): CodeNow {
  const [code, setCode] = useState<CachedCode | null>(() => cache.read(person, place, Date.now()))
  const [failure, setFailure] = useState<Failure | null>(null)
  const [now, setNow] = useState(Date.now)
  const asking = useRef(false)

  const fetch = useCallback(async () => {
    if (asking.current) return
    asking.current = true
    const answer = await call(endpoints.counterCode, { params: { place } })
    asking.current = false
    setFailure(answer.ok ? null : answer.error)
    if (answer.ok) setCode(cache.write(person, answer.value, Date.now()))
  }, [person, place])

  // Whenever the page is shown, for the clock of a phone drifts; and at once when the day is over.
  useDidShow(() => void fetch())
  const shown = code && shownAt(code, now)
  const isOver = shown === null
  useEffect(() => {
    if (isOver) void fetch()
  }, [isOver, fetch])
  useEffect(() => onOnline(() => void fetch()), [fetch])
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), second)
    return () => clearInterval(timer)
  }, [])

  return { shown, failure, retry: () => void fetch() }
}
