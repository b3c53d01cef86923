import { PendingLines } from '@/desk/components/pending'
import type { Desk } from '@/desk/desk'
import { useNow } from '@/shared/time/clock'
import { momentText } from '@/shared/time/moments'
import { proposalTitle } from './proposals/view'
import { type About, useWaiting } from './use-waiting'

/** Proposals that wait for a second person, where the thing is that they are about. */
export function Pending({
  desk,
  operation,
  subject,
}: About & { desk: Pick<Desk, 'name' | 'region' | 'me'> }) {
  const now = useNow()
  const { waiting, whoOf } = useWaiting(desk, { operation, subject })
  return (
    <PendingLines
      word="待复核"
      lines={waiting.map((proposal) => ({
        kind: 'proposal',
        id: proposal.id,
        text: `${proposalTitle(proposal)}。${whoOf(proposal.proposedBy)}，${momentText(Date.parse(proposal.proposedAt), now)}`,
        action: proposal.proposedBy === desk.me.id ? '看一看' : '去复核',
      }))}
    />
  )
}
