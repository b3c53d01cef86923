import { err } from '@common/result'
import { powers, type Role, type RoleProposal, roleKinds } from '@contract/identity'
import { fullDistrictName } from '@functions/places/rules/divisions'
import { Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { grantRole, type Holder } from '@/desk/api'
import css from '@/desk/components/desk.module.scss'
import { Consequences } from '@/desk/components/facts'
import { OutletSearch } from '@/desk/components/outlet-search'
import type { Desk } from '@/desk/desk'
import { useTellDirty } from '@/desk/edit/tell-dirty'
import { changedFields } from '@/desk/merge'
import { changeListed, putInto } from '@/desk/named'
import { findPerson } from '@/desk/persons/find'
import { personIdTyped, personNoTyped } from '@/desk/typed'
import { roleKindAbout } from '@/desk/words'
import { ConfirmAgain } from '@/identity/confirm-again'
import { useApprovedAction } from '@/identity/use-approved-action'
import type { Failure } from '@/shared/api/request'
import { useCity } from '@/shared/city'
import { Button } from '@/shared/components/button'
import { Chip } from '@/shared/components/chip'
import { Choice } from '@/shared/components/choice'
import { Field } from '@/shared/components/field'
import { RequiredMark } from '@/shared/components/required-mark'
import { FailureLine } from '@/shared/components/result-line'
import { Title } from '@/shared/components/text'
import { useIdempotentAction } from '@/shared/idempotency'
import { useAction } from '@/shared/query/use-action'
import { personNoText } from '@/shared/session/person-no'
import { powerAbout, powerName, roleKindNames } from '@/shared/session/role-names'
import { proposeRole } from '../role-proposals/api'
import { roleProposalList } from '../stores'
import {
  emptyRole,
  grantPurpose,
  grantSentence,
  isEmptyRole,
  needsSecondAdmin,
  type RoleDraft,
  roleDraftOf,
  roleOf,
  roleProblem,
} from './draft'

/** A role for somebody, by the number they read out; what they already hold of that kind is replaced. */
export function GrantForm({
  desk,
  holder,
  role,
  people,
  onDirty,
  onGranted,
  onProposed,
}: {
  desk: Desk
  /** Whose role is changed; null for somebody by number. */
  holder: Holder | null
  role: Role | null
  people: readonly Holder[]
  onDirty: (isDirty: boolean) => void
  onGranted: (holder: Holder) => void
  onProposed: (proposal: RoleProposal) => void
}) {
  const [first] = useState(holder && role ? roleDraftOf(holder.no, role) : emptyRole)
  const [draft, setDraft] = useState(first)
  const me = desk.me.no
  const known = people.find(({ no }) => no === personNoTyped(draft.no))
  const held = known?.roles.find(({ kind }) => kind === draft.kind) ?? null
  const wanted = roleOf(draft, desk.region, me, held)
  const problem = roleProblem(draft, me, held)
  const sentence = grantSentence(draft, held, me)
  const granting = useApprovedAction(
    async () => (wanted ? grantRole(wanted) : err<Failure>({ code: 'invalid-request' })),
    onGranted,
  )
  const isForTwo = needsSecondAdmin(draft, held)
  const proposing = useProposing(desk, wanted, onProposed)
  const submitting = isForTwo ? proposing : granting
  function set(change: Partial<RoleDraft>): void {
    setDraft((before) => ({ ...before, ...change }))
    // What was refused was about something else.
    if (submitting.failure) submitting.reset()
  }
  useHeld(held, draft, setDraft)
  useTellDirty(changedFields(first, draft).length > 0 && !granting.value && !proposing.value, onDirty)
  const unfound = useNumberOf(desk, personIdTyped(draft.no), (no) => set({ no: personNoText(no) }))
  const grant = () => void (wanted && submitting.run())
  return (
    <View className={css.detail}>
      <Field
        kind="code"
        label="对方的编号"
        isRequired
        value={draft.no}
        max={28}
        focus={holder === null}
        disabled={holder !== null}
        placeholder="例如 1NY3 XKTY"
        hint="请对方打开“我的”，把上面的 8 位编号读给你"
        onChange={(no) => set({ no })}
        onConfirm={grant}
      />
      <Choice
        label="身份"
        isRequired
        options={roleKinds.map((value) => ({
          value,
          label: roleKindNames[value],
          text: roleKindAbout[value],
        }))}
        value={draft.kind}
        onChange={(kind) => holder === null && set({ kind })}
      />
      <Scope draft={draft} set={set} />
      <Consequences sentences={sentence ? [sentence] : []} />
      {wanted && !isForTwo && <ConfirmAgain action={granting} purpose={grantPurpose(wanted)} />}
      {!granting.isAsking && <FailureLine failure={submitting.failure ?? unfound} onApprove={granting.ask} />}
      <Button tone="primary" block disabled={!wanted || submitting.busy} onTap={grant}>
        {submitting.busy ? '正在保存' : buttonText(isForTwo, held)}
      </Button>
      {problem && <Text className={css.hint}>{problem}</Text>}
    </View>
  )
}

function buttonText(isForTwo: boolean, held: Role | null): string {
  if (isForTwo) return '提交，请另一位管理员同意'
  return held ? '保存修改' : '授予'
}

/** What takes another admin waits for them, once however often it is pressed. */
function useProposing(
  desk: Desk,
  wanted: { no: string; role: Role } | null,
  onProposed: (proposal: RoleProposal) => void,
) {
  const action = useIdempotentAction(JSON.stringify(wanted))
  return useAction(
    async () => {
      if (!wanted) return err<Failure>({ code: 'invalid-request' })
      const answer = await proposeRole(wanted, await action.key())
      action.onAnswer(answer)
      return answer
    },
    (proposal) => {
      changeListed(roleProposalList, desk.name, (list) => ({ proposals: putInto(list.proposals, proposal) }))
      onProposed(proposal)
    },
  )
}

/** Whoever holds such a role already begins with what they hold: saving it takes nothing away unseen. */
function useHeld(held: Role | null, draft: RoleDraft, setDraft: (draft: RoleDraft) => void): void {
  const isEmpty = isEmptyRole(draft)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each role that is found
  useEffect(() => {
    if (held && isEmpty) setDraft({ ...roleDraftOf(draft.no, held), no: draft.no })
  }, [held])
}

/** A whole id of an older record was typed: what is granted is granted by number. Null, or why it is not found. */
function useNumberOf(desk: Desk, id: string | null, onFound: (no: string) => void): Failure | null {
  const [unfound, setUnfound] = useState<Failure | null>(null)
  const { region, name } = desk
  const found = useRef(onFound)
  found.current = onFound
  useEffect(() => {
    setUnfound(null)
    if (id === null) return
    let isTyped = true
    void findPerson({ region, name }, { id }).then((answer) => {
      if (!isTyped) return
      if (answer.ok) found.current(answer.value.no)
      else setUnfound(answer.error)
    })
    return () => {
      isTyped = false
    }
  }, [region, name, id])
  return unfound
}

/** For what the role holds: outlets, districts or powers. */
function Scope({ draft, set }: { draft: RoleDraft; set: (change: Partial<RoleDraft>) => void }) {
  const city = useCity()
  switch (draft.kind) {
    case null:
      return null
    case 'owner':
    case 'salesperson':
      return (
        <OutletSearch
          label="网点"
          isRequired
          chosen={draft.outlets}
          most={20}
          onChange={(outlets) => set({ outlets })}
        />
      )
    case 'manager': {
      const { adcode, districts } = city.status === 'ready' ? city.region : { adcode: '', districts: [] }
      return (
        <View className={css.detail}>
          <Title size="row">
            负责的区县
            <RequiredMark />
          </Title>
          <View className={css.buttons} role="group" aria-label="负责的区县，必填">
            {districts.map(({ name }) => (
              <Chip
                key={name}
                on={draft.districts.includes(name)}
                onTap={() => set({ districts: toggled(draft.districts, name) })}
              >
                {fullDistrictName(adcode, name)}
              </Chip>
            ))}
          </View>
        </View>
      )
    }
    case 'staff':
      return (
        <View className={css.detail}>
          <Title size="row">
            权限
            <RequiredMark />
          </Title>
          {powers.map((power) => (
            <View key={power} className={css.choice}>
              <Chip
                on={draft.powers.includes(power)}
                onTap={() => set({ powers: toggled(draft.powers, power) })}
              >
                {powerName(power)}
              </Chip>
              <Text className={css.hint}>{powerAbout(power)}</Text>
            </View>
          ))}
        </View>
      )
  }
}

function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item]
}
