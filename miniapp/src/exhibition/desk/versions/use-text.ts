import type { Content, Entry, VersionSummary } from '@functions/exhibition/contract/entries'
import { useAnswer } from '@/shared/query/use-answer'
import { fetchVersion } from '../api'

/** The working text as it is saved, or a version by its number. */
export type Which = 'working' | VersionSummary['version']

/** `unknown`: it holds something that this program does not know. */
export function useText(entry: Entry, which: Which) {
  const version = useAnswer(which === 'working' ? null : `${entry.id} ${which}`, () =>
    fetchVersion(entry.id, Number(which)),
  )
  const content = which === 'working' ? entry.content : (version.value?.content ?? null)
  const known: Content | 'unknown' | null = content?.kind === 'other' ? 'unknown' : content
  return { content: known, failure: content ? null : version.failure, retry: version.retry }
}

export const whichName = (which: Which): string => (which === 'working' ? '现在的文字' : `第 ${which} 版`)
