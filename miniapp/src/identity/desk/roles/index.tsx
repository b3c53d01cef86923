import type { Role, RoleKind, RoleProposal } from '@contract/identity'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { numberName } from '@/counter/place'
import type { Holder, Holders } from '@/desk/api'
import css from '@/desk/components/desk.module.scss'
import { ListedView, useListed } from '@/desk/components/listed'
import type { Desk } from '@/desk/desk'
import { DeskPage } from '@/desk/frame/desk-page'
import { type Column, List } from '@/desk/list'
import { changeListed } from '@/desk/named'
import { personText } from '@/desk/persons/text'
import { base32Typed, personIdTyped } from '@/desk/typed'
import { hasRow, usePicked } from '@/desk/use-picked'
import { usePlaceName } from '@/shared/city/use-place-name'
import { Button } from '@/shared/components/button'
import { Field } from '@/shared/components/field'
import { ResultLine } from '@/shared/components/result-line'
import { personNoText } from '@/shared/session/person-no'
import { roleKindNames } from '@/shared/session/role-names'
import { useNow } from '@/shared/time/clock'
import { momentText } from '@/shared/time/moments'
import { holderList } from '../stores'
import { type HeldPart, rolesText } from './draft'
import { GrantForm } from './grant-form'
import { HolderDetail } from './holder-detail'
import { PendingRoles } from './pending-roles'

/** Who holds which role in the city; granting and taking away. */
export default function RolesPage() {
  return (
    <DeskPage path="desk/pages/identity/roles">{(desk) => <Roles key={desk.name} desk={desk} />}</DeskPage>
  )
}

const fresh = 'new'

function Roles({ desk }: { desk: Desk }) {
  const listed = useListed(holderList, desk.name)
  const now = useNow()
  const nameOf = usePlaceName()
  const [q, setQ] = useState('')
  const { key, pick, show, ask, onDirty, sheet, gone } = usePicked(hasRow(listed.value?.people, fresh))
  /** The one of their roles that is changed. */
  const [changed, setChanged] = useState<Role | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const said = done ? <ResultLine tone="done">{done}</ResultLine> : gone
  const outletName = (id: string) => nameOf(id) ?? numberName(id)
  const change = (next: (people: Holders['people']) => Holders['people']) =>
    changeListed(holderList, desk.name, (now) => ({ people: next(now.people) }))
  function open(next: string | null): void {
    setDone(null)
    setChanged(null)
    pick(next)
  }

  return (
    <>
      <ListedView listed={listed}>
        {({ people }) => {
          const holder = people.find(({ id }) => id === key)
          const isForm = key === fresh || (holder !== undefined && changed !== null)
          return (
            <List
              label="已授权人员"
              columns={columnsAt(now, outletName)}
              rows={matching(people, q, outletName)}
              keyOf={({ id }) => id}
              picked={holder || key === fresh ? key : null}
              onPick={open}
              empty={
                q === ''
                  ? '还没有已授权的人。按“授予身份”，用对方的编号开通。'
                  : '没有找到。换个编号、称呼、网点名或身份再找。'
              }
              tools={
                <>
                  <View className={css.grow}>
                    <Field label="找编号、称呼、网点或身份" value={q} onChange={setQ} />
                  </View>
                  <Button tone="primary" icon="plus" onTap={() => open(fresh)}>
                    授予身份
                  </Button>
                  {said}
                  <PendingRoles desk={desk} outletName={outletName} />
                </>
              }
              detailTitle={holder && !isForm ? holderTitle(holder) : '授予身份'}
              detail={
                isForm ? (
                  <GrantForm
                    key={`${key} ${changed?.kind}`}
                    desk={desk}
                    holder={holder ?? null}
                    role={changed}
                    people={people}
                    onDirty={onDirty}
                    onProposed={(proposal) => {
                      setDone(proposedText(proposal, desk.me.id))
                      setChanged(null)
                      show(holder?.id ?? null)
                    }}
                    onGranted={(next) => {
                      change((now) => withHolder(now, next))
                      setDone(`已保存：${holderTitle(next)}。`)
                      setChanged(null)
                      show(next.id)
                    }}
                  />
                ) : (
                  holder && (
                    <HolderDetail
                      key={holder.id}
                      desk={desk}
                      holder={holder}
                      outletName={outletName}
                      onDirty={onDirty}
                      onEdit={(role) => ask(() => setChanged(role))}
                      onNamed={({ id, name }) => change((now) => withName(now, id, name))}
                      onRevoked={(kind, scope) => {
                        setDone(`已收回 ${holderTitle(holder)} 的“${roleKindNames[kind]}”，马上生效。`)
                        change((now) => without(now, holder.id, { kind, region: desk.region, scope }))
                      }}
                    />
                  )
                )
              }
            />
          )
        }}
      </ListedView>
      {sheet}
    </>
  )
}

/** The server answers a second proposal of the same with the one that waits already. */
const proposedText = (proposal: RoleProposal, me: string): string =>
  proposal.proposedBy === me
    ? '已提交。另一位管理员在“审批”里同意以后，对方就有这些权限。'
    : '同事已经提交过一样的，你可以在“审批”里同意。'

function columnsAt(now: number, outletName: (id: string) => string): Column<Holder>[] {
  return [
    { head: '人员', cell: (holder) => <Text>{personText(holder)}</Text> },
    {
      head: '身份',

      cell: (holder) => <Text>{rolesText(holder, outletName)}</Text>,
    },
    { head: '改动', cell: ({ changedAt }) => <Text>{momentText(Date.parse(changedAt), now)}</Text> },
  ]
}

function matching(people: Holders['people'], q: string, outletName: (id: string) => string): Holder[] {
  const word = q.trim()
  if (word === '') return people
  return people.filter(
    (holder) =>
      holder.no.includes(base32Typed(word)) ||
      holder.id === personIdTyped(word) ||
      holder.name?.includes(word) ||
      rolesText(holder, outletName).includes(word),
  )
}

/** Whoever has no name among colleagues goes by the number. */
const holderTitle = ({ no, name }: Holder): string =>
  name ? personText({ no, name }) : `编号 ${personNoText(no)}`

const withName = (people: Holders['people'], id: string, name: string | undefined): Holder[] =>
  people.map((one) => (one.id === id ? { ...one, name } : one))

function withHolder(people: Holders['people'], next: Holder): Holder[] {
  const others = people.filter(({ id }) => id !== next.id)
  return [next, ...others]
}

type Taken = { kind: RoleKind; region: string; scope?: HeldPart['scope'] }

function without(people: Holders['people'], id: string, taken: Taken): Holder[] {
  return people
    .map((one) => (one.id === id ? withoutRole(one, taken) : one))
    .filter(({ roles, scopedRoles = [] }) => roles.length + scopedRoles.length > 0)
}

function withoutRole(holder: Holder, { kind, region, scope }: Taken): Holder {
  if (scope === undefined)
    return { ...holder, roles: holder.roles.filter((one) => one.kind !== kind || one.region !== region) }
  const isTaken = (one: HeldPart) => one.scope.kind === scope.kind && one.scope.id === scope.id
  return { ...holder, scopedRoles: holder.scopedRoles?.filter((one) => !isTaken(one)) }
}
