import { useEffect, useState } from 'react'
import type { Decision } from '../registration'
import { loadDecisions } from '../registry'

type Loaded = ReadonlyMap<string, Decision>
let loaded: Loaded | null = null

/** What each kind of review is drawn with, asked for as the page opens: the other pages of the desk do not carry it. */
export function useDecisions(): { decisions: Loaded | null; hasFailed: boolean; retry: () => void } {
  const [decisions, setDecisions] = useState(loaded)
  const [hasFailed, setFailed] = useState(false)
  function load(): void {
    setFailed(false)
    loadDecisions().then(
      (all) => {
        loaded = all
        setDecisions(all)
      },
      () => setFailed(true),
    )
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the page opens
  useEffect(() => {
    if (!loaded) load()
  }, [])
  return { decisions, hasFailed, retry: load }
}
