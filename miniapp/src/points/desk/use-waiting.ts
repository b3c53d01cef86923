import { useListed } from '@/desk/components/listed'
import type { Desk } from '@/desk/desk'
import { usePersons } from '@/desk/persons/use-persons'
import { waitingAbout } from './proposals/view'
import { proposalList } from './stores'

export type About = {
  operation: 'createBatch' | 'changeRules' | 'changeGift' | 'changePicture'
  subject?: string
}

/** What waits for a second person about something, and how those are called who proposed it. */
export function useWaiting(desk: Pick<Desk, 'name' | 'region' | 'me'>, about: About) {
  const { value } = useListed(proposalList, desk.name)
  const waiting = waitingAbout(value?.items ?? [], about)
  const { whoOf } = usePersons(
    desk,
    waiting.map(({ proposedBy }) => proposedBy),
  )
  return { waiting, whoOf }
}
