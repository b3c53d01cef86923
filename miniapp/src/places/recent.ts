/** What was searched for lately, on this phone alone. */
import { phoneStore } from '@/shared/storage/storage'
import { useStore } from '@/shared/storage/store'
import { createIdList } from './id-list'

const recent = createIdList(phoneStore, 'searches', 8)

export const useRecent = (): string[] => useStore(recent)

export function rememberSearch(q: string): void {
  const words = q.trim()
  if (words !== '') recent.add(words)
}

export const forgetSearches = recent.clear
