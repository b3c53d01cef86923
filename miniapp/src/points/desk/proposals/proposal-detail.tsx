import type { Proposal } from '@contract/points'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import css from '@/desk/components/desk.module.scss'
import { Facts } from '@/desk/components/facts'
import type { Desk } from '@/desk/desk'
import { useTellDirty } from '@/desk/edit/tell-dirty'
import { History } from '@/desk/history'
import type { Persons } from '@/desk/persons/use-persons'
import { ConfirmAgain } from '@/identity/confirm-again'
import { useApprovedAction } from '@/identity/use-approved-action'
import { usePictures } from '@/media/desk/pictures'
import { Button } from '@/shared/components/button'
import { ConfirmSheet } from '@/shared/components/confirm-sheet'
import { Field } from '@/shared/components/field'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { personalNumberProblem } from '@/shared/messages/personal-number'
import { useAction } from '@/shared/query/use-action'
import { momentText } from '@/shared/time/moments'
import { decideProposal, withdrawProposal } from './api'
import { Changes } from './changes'
import { OfferReadiness } from './offer-readiness'
import { useProposedPicture } from './proposed-picture'
import { approvalText, decisionPurpose, isPublishing, proposalSign, proposalTitle } from './view'

type Props = {
  desk: Desk
  proposal: Proposal
  persons: Persons
  now: number
  onDirty: (isDirty: boolean) => void
  onDecided: (proposal: Proposal) => void
}

/** One proposal: what would change, and for whoever may the decision. */
export function ProposalDetail({ desk, proposal, persons, now, onDirty, onDecided }: Props) {
  const isOwn = proposal.proposedBy === desk.me.id
  const picture = useProposedPicture(proposal)
  const uploaded = usePictures(proposal.media ? [proposal.media] : [])
  const isShown = proposal.media
    ? uploaded.has(proposal.media)
    : proposal.operation !== 'changePicture' || picture.value !== null
  return (
    <View className={css.detail}>
      <Facts facts={factsOf(proposal, persons, now)} />
      <Changes proposal={proposal} picture={picture} />
      {proposal.state === 'proposed' && isPublishing(proposal) && (
        <OfferReadiness desk={desk} gift={proposal.subject} />
      )}
      {proposal.state === 'proposed' &&
        (isOwn ? (
          <Withdraw proposal={proposal} onDecided={onDecided} />
        ) : (
          <Decide proposal={proposal} isShown={isShown} onDirty={onDirty} onDecided={onDecided} />
        ))}
      <History desk={desk} subject={proposal.subject} version={proposal.state} />
    </View>
  )
}

function factsOf(proposal: Proposal, { whoOf }: Persons, now: number): [string, string][] {
  const { state, proposedBy, proposedAt, until, decidedBy, decidedAt, why } = proposal
  const when = (at: string) => momentText(Date.parse(at), now)
  const facts: [string, string][] = [
    ['事项', proposalTitle(proposal)],
    ['状态', proposalSign(proposal).word],
    ['提出', `${whoOf(proposedBy)}，${when(proposedAt)}`],
  ]
  if (state === 'proposed') facts.push(['等到', `${when(until)}，过了就失效`])
  if (decidedBy && decidedAt)
    facts.push([state === 'withdrawn' ? '撤回' : '复核', `${whoOf(decidedBy)}，${when(decidedAt)}`])
  if (why) facts.push(['原因', why])
  return facts
}

type Deciding = Pick<Props, 'proposal' | 'onDecided'>

function Withdraw({ proposal, onDecided }: Deciding) {
  const withdrawing = useAction(() => withdrawProposal(proposal.id), onDecided)
  return (
    <View className={css.part}>
      <ResultLine tone="waiting">
        你提出的，要另一位有“礼品与积分”权限的同事来复核。现在什么都没有变。
      </ResultLine>
      <FailureLine failure={withdrawing.failure} />
      <Button disabled={withdrawing.busy} onTap={() => void withdrawing.run()}>
        {withdrawing.busy ? '正在撤回' : '撤回'}
      </Button>
    </View>
  )
}

/** @param isShown whether all that would change is on the screen: nothing is approved unseen */
function Decide({
  proposal,
  isShown,
  onDirty,
  onDecided,
}: Deciding & Pick<Props, 'onDirty'> & { isShown: boolean }) {
  const [asking, setAsking] = useState<boolean | null>(null)
  const [why, setWhy] = useState('')
  const number = personalNumberProblem(why)
  // Also while its dialog is closed: another row would lose it.
  useTellDirty(why.trim() !== '', onDirty)
  const deciding = useApprovedAction(
    (approve: boolean) => {
      const reason = why.trim()
      return decideProposal(proposal.id, { approve, ...(!approve && reason && { why: reason }) })
    },
    (next) => {
      setAsking(null)
      onDecided(next)
    },
  )
  return (
    <View className={css.part}>
      <Text className={css.hint}>{approvalText(proposal)}</Text>
      <View className={css.buttons}>
        <Button tone="primary" disabled={!isShown} onTap={() => setAsking(true)}>
          通过
        </Button>
        <Button onTap={() => setAsking(false)}>不通过</Button>
      </View>
      {asking !== null && <ConfirmAgain action={deciding} purpose={decisionPurpose(proposal, asking)} />}
      {asking !== null && !deciding.isAsking && (
        <ConfirmSheet
          title={asking ? '通过这一条吗？' : '不通过这一条吗？'}
          text={asking ? approvalText(proposal) : '什么都不变，这一条就此结束。提出的人会看到原因。'}
          confirm={asking ? '通过' : '不通过'}
          busy={deciding.busy}
          onConfirm={() => void (number === null && deciding.run(asking))}
          onClose={() => setAsking(null)}
        >
          {!asking && (
            <Field
              label="原因"
              value={why}
              max={200}
              placeholder="例如：分值写错了"
              error={number}
              onChange={setWhy}
            />
          )}
          <FailureLine failure={deciding.failure} onApprove={deciding.ask} />
        </ConfirmSheet>
      )}
    </View>
  )
}
