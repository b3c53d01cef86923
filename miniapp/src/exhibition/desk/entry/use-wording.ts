/** What the law forbids to say, found by the server's own rule in what is being written. */
import type { Content } from '@functions/exhibition/contract/entries'
import { type WordingFinding, wordingOf } from '@functions/exhibition/rules/wording'
import { useEffect, useState } from 'react'

/** After which nobody is in the middle of a word. */
const pauseMs = 400

export function useWording(content: Content): readonly WordingFinding[] {
  const [found, setFound] = useState(() => wordingOf(content))
  const text = JSON.stringify(content)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same text is another object each time
  useEffect(() => {
    const timer = setTimeout(() => setFound(wordingOf(content)), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return found
}
