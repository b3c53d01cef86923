import type { RoleProposal } from '@contract/identity'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import css from '@/desk/components/desk.module.scss'
import { Facts } from '@/desk/components/facts'
import { useListed } from '@/desk/components/listed'
import type { Desk } from '@/desk/desk'
import { History } from '@/desk/history'
import { changeListed, putInto } from '@/desk/named'
import { directory, entryKey } from '@/desk/persons/directory'
import { type Persons, usePersons } from '@/desk/persons/use-persons'
import type { ReviewProps } from '@/desk/registration'
import { Over } from '@/desk/review/over'
import { operatorName } from '@/desk/words'
import { ConfirmAgain } from '@/identity/confirm-again'
import { useApprovedAction } from '@/identity/use-approved-action'
import { usePlaceName } from '@/shared/city/use-place-name'
import { Button } from '@/shared/components/button'
import { ConfirmSheet } from '@/shared/components/confirm-sheet'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { useAction } from '@/shared/query/use-action'
import { powerAbout, powerName } from '@/shared/session/role-names'
import { momentText } from '@/shared/time/moments'
import { partName } from '../roles/draft'
import { roleProposalList } from '../stores'
import { decideRole, withdrawRole } from './api'
import { grantedTexts, powersText, roleApprovalText, roleDecisionPurpose, roleProposalSign } from './view'

/** A grant among everything that waits for another of the staff. */
export function RoleProposalReview({ desk, id, now, onDone }: ReviewProps) {
  const proposals = useListed(roleProposalList, desk.name).value?.proposals
  const proposal = proposals?.find((one) => one.id === id)
  const persons = usePersons(desk, [proposal?.person, proposal?.proposedBy, proposal?.decidedBy])
  const placeOf = usePlaceName()
  const outletName = (id: string) => placeOf(id) ?? id.slice(7)
  if (!proposal) return <Over />
  function decided(next: RoleProposal): void {
    changeListed(roleProposalList, desk.name, (list) => ({ proposals: putInto(list.proposals, next) }))
    onDone(`${roleProposalSign(next).word}：${persons.nameOf(next.person)}，${powersText(next)}。`)
  }
  const { me } = desk
  return (
    <View className={css.detail}>
      <Facts facts={factsOf(proposal, persons, now, outletName)} />
      {proposal.state === 'proposed' &&
        (proposal.proposedBy === me.id ? (
          <Withdraw proposal={proposal} onDecided={decided} />
        ) : (
          <Decide {...{ desk, proposal, persons, outletName }} onDecided={decided} />
        ))}
      <History desk={desk} subject={proposal.person} version={proposal.state} />
    </View>
  )
}

function factsOf(
  proposal: RoleProposal,
  { nameOf, whoOf }: Persons,
  now: number,
  outletName: (id: string) => string,
): [string, string][] {
  const { person, region, powers, scope, state, proposedBy, proposedAt, until, decidedBy, decidedAt } =
    proposal
  const when = (at: string) => momentText(Date.parse(at), now)
  const facts: [string, string][] = [
    ['授予对象', nameOf(person)],
    ['权限', grantedTexts(proposal, (power) => `${powerName(power)}（${powerAbout(power)}）`).join('；')],
    ['状态', roleProposalSign(proposal).word],
    ['提出', `${whoOf(proposedBy)}，${when(proposedAt)}`],
  ]
  if (scope) facts.splice(2, 0, ['范围', partName({ region, scope, powers }, outletName)])
  if (state === 'proposed') facts.push(['等到', `${when(until)}，过了就失效`])
  if (decidedAt) {
    const who = decidedBy === null ? `${operatorName}直接授予` : whoOf(decidedBy)
    facts.push([state === 'withdrawn' ? '撤回' : '决定', `${who}，${when(decidedAt)}`])
  }
  return facts
}

type Deciding = { proposal: RoleProposal; onDecided: (proposal: RoleProposal) => void }

function Withdraw({ proposal, onDecided }: Deciding) {
  const withdrawing = useAction(() => withdrawRole(proposal.id), onDecided)
  return (
    <View className={css.part}>
      <ResultLine tone="waiting">
        你提出的，要另一位管理员同意才授予。本市只有你一位管理员时，请运维人员直接授予。
      </ResultLine>
      <FailureLine failure={withdrawing.failure} />
      <Button disabled={withdrawing.busy} onTap={() => void withdrawing.run()}>
        {withdrawing.busy ? '正在撤回' : '撤回'}
      </Button>
    </View>
  )
}

type DecideProps = Deciding & { desk: Desk; persons: Persons; outletName: (id: string) => string }

function Decide({ desk, proposal, persons, outletName, onDecided }: DecideProps) {
  const [asking, setAsking] = useState<boolean | null>(null)
  const deciding = useApprovedAction(
    (approve: boolean) => decideRole(proposal.id, approve),
    (next) => {
      setAsking(null)
      onDecided(next)
    },
  )
  if (proposal.person === desk.me.id)
    return <ResultLine tone="waiting">这是授予你自己的，要另一位管理员来定。</ResultLine>
  const text = roleApprovalText(persons.nameOf(proposal.person), proposal, outletName)
  const known = directory.get().get(entryKey(desk, proposal.person))
  const no = known?.state === 'known' ? known.person.no : undefined
  return (
    <View className={css.part}>
      <Text className={css.hint}>{text}</Text>
      {proposal.more && (
        <ResultLine tone="doubt">
          其中有这个版本不认识的权限，看不全就不能同意。更新后再来，或请别的管理员决定。
        </ResultLine>
      )}
      <View className={css.buttons}>
        <Button tone="primary" disabled={proposal.more} onTap={() => setAsking(true)}>
          同意
        </Button>
        <Button onTap={() => setAsking(false)}>不同意</Button>
      </View>
      {asking !== null && (
        <ConfirmAgain action={deciding} purpose={roleDecisionPurpose(proposal, no, asking)} />
      )}
      {asking !== null && !deciding.isAsking && (
        <ConfirmSheet
          title={asking ? '同意授予吗？' : '不同意授予吗？'}
          text={asking ? text : '什么都不变，这一条就此结束。'}
          confirm={asking ? '同意' : '不同意'}
          busy={deciding.busy}
          onConfirm={() => void deciding.run(asking)}
          onClose={() => setAsking(null)}
        >
          <FailureLine failure={deciding.failure} onApprove={deciding.ask} />
        </ConfirmSheet>
      )}
    </View>
  )
}
