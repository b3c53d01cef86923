import type { ResolvedPerson, Role, RoleKind } from '@contract/identity'
import { fullDistrictName } from '@functions/places/rules/divisions'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type Holder, revokeRole } from '@/desk/api'
import css from '@/desk/components/desk.module.scss'
import type { Desk } from '@/desk/desk'
import { History } from '@/desk/history'
import { NameForm } from '@/desk/persons/name-form'
import { roleKindAbout } from '@/desk/words'
import { ConfirmAgain } from '@/identity/confirm-again'
import { useApprovedAction } from '@/identity/use-approved-action'
import { Button } from '@/shared/components/button'
import { ConfirmSheet } from '@/shared/components/confirm-sheet'
import { Heading } from '@/shared/components/heading'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { Stack } from '@/shared/components/stack'
import { powerAbout, powerName, roleKindNames } from '@/shared/session/role-names'
import { type HeldPart, partName, revokeText } from './draft'
import { PendingRoles } from './pending-roles'

/** One person's roles in the city: each can be changed or taken away. */
export function HolderDetail({
  desk,
  holder,
  outletName,
  onDirty,
  onEdit,
  onNamed,
  onRevoked,
}: {
  desk: Desk
  holder: Holder
  outletName: (id: string) => string
  onDirty: (isDirty: boolean) => void
  onEdit: (role: Role) => void
  onNamed: (person: ResolvedPerson) => void
  onRevoked: (kind: RoleKind, scope?: HeldPart['scope']) => void
}) {
  const isMe = holder.id === desk.me.id
  return (
    <View className={css.detail}>
      {isMe && <ResultLine tone="waiting">这是你自己。自己的身份要另一位管理员来改。</ResultLine>}
      <PendingRoles desk={desk} person={holder.id} outletName={outletName} />
      <NameForm desk={desk} person={holder} onDirty={onDirty} onNamed={onNamed} />
      {holder.roles.map((role) => (
        <View key={role.kind} className={css.part}>
          <Heading level={3} size="row">
            {roleKindNames[role.kind]}
          </Heading>
          <What role={role} outletName={outletName} />
          {!isMe && (
            <View className={css.buttons}>
              <Button icon="edit" onTap={() => onEdit(role)}>
                修改
              </Button>
              <Revoking holder={holder} kind={role.kind} region={role.region} onRevoked={onRevoked} />
            </View>
          )}
        </View>
      ))}
      {holder.scopedRoles?.map((role) => (
        <View key={`${role.scope.kind} ${role.scope.id}`} className={css.part}>
          <Heading level={3} size="row">
            {`${roleKindNames.staff}，${partName(role, outletName)}`}
          </Heading>
          <Stack gap={2}>
            {role.powers.map((power) => (
              <Text key={power} className={css.value}>{`${powerName(power)}：${powerAbout(power)}`}</Text>
            ))}
            <Text className={css.hint}>这个版本的工作台里还没有按这个范围开放的页面。</Text>
          </Stack>
          {!isMe && (
            <View className={css.buttons}>
              <Revoking
                holder={holder}
                kind="staff"
                region={role.region}
                scope={role.scope}
                part={partName(role, outletName)}
                onRevoked={onRevoked}
              />
            </View>
          )}
        </View>
      ))}
      <History desk={desk} subject={holder.id} version={`${holder.changedAt} ${holder.name}`} />
    </View>
  )
}

function What({ role, outletName }: { role: Role; outletName: (id: string) => string }) {
  const lines = linesOf(role, outletName)
  return (
    <Stack gap={2}>
      {lines.map((line) => (
        <Text key={line} className={css.value}>
          {line}
        </Text>
      ))}
      <Text className={css.hint}>{roleKindAbout[role.kind]}</Text>
    </Stack>
  )
}

function linesOf(role: Role, outletName: (id: string) => string): string[] {
  if (role.kind === 'staff') return role.powers.map((power) => `${powerName(power)}：${powerAbout(power)}`)
  return role.kind === 'manager'
    ? role.districts.map((name) => fullDistrictName(role.region, name))
    : role.outlets.map(outletName)
}

function Revoking({
  holder,
  kind,
  region,
  scope,
  part,
  onRevoked,
}: {
  holder: Holder
  kind: RoleKind
  region: string
  /** The part of the city that the role is within. */
  scope?: HeldPart['scope']
  /** Its name. */
  part?: string
  onRevoked: (kind: RoleKind, scope?: HeldPart['scope']) => void
}) {
  const [asking, setAsking] = useState(false)
  const revoking = useApprovedAction(
    () => revokeRole(holder.id, kind, region, scope),
    () => {
      setAsking(false)
      onRevoked(kind, scope)
    },
  )
  return (
    <>
      <Button disabled={scope?.kind === 'other'} onTap={() => setAsking(true)}>
        收回
      </Button>
      <ConfirmAgain action={revoking} purpose={{ kind: 'revoke', role: kind, no: holder.no }} />
      {asking && !revoking.isAsking && (
        <ConfirmSheet
          title={`收回“${part ? `${roleKindNames[kind]}，${part}` : roleKindNames[kind]}”吗？`}
          text={revokeText(holder.no, kind, part)}
          confirm="收回"
          busy={revoking.busy}
          onConfirm={() => void revoking.run()}
          onClose={() => setAsking(false)}
        >
          <FailureLine failure={revoking.failure} onApprove={revoking.ask} />
        </ConfirmSheet>
      )}
    </>
  )
}
