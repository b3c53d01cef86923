import type { Proposal } from '@contract/points'
import { useListed } from '@/desk/components/listed'
import { changeListed } from '@/desk/named'
import { usePersons } from '@/desk/persons/use-persons'
import type { ReviewProps } from '@/desk/registration'
import { Over } from '@/desk/review/over'
import { withOne } from '@/desk/waiting-pages'
import { outcomeText } from '@/desk/words'
import { proposalList } from '../stores'
import { ProposalDetail } from './proposal-detail'
import { proposalSign, proposalTitle } from './view'

/** A proposal among everything that waits. */
export function ProposalReview({ desk, id, now, onDone, onDirty }: ReviewProps) {
  const page = useListed(proposalList, desk.name).value
  const proposal = page?.items.find((one) => one.id === id)
  const persons = usePersons(desk, [proposal?.proposedBy, proposal?.decidedBy])
  if (!proposal) return <Over />
  function decided(next: Proposal): void {
    changeListed(proposalList, desk.name, (page) => withOne(page, next))
    onDone(outcomeText(proposalSign(next).word, proposalTitle(next)))
  }
  return (
    <ProposalDetail
      desk={desk}
      proposal={proposal}
      persons={persons}
      now={now}
      onDirty={onDirty}
      onDecided={decided}
    />
  )
}
