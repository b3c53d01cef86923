import { ok } from '@common/result'
import type { RoleChange } from '@contract/identity'
import { Text, View } from '@tarojs/components'
import { fetchRoleChanges, type RoleChangesOfMonth } from '@/desk/api'
import type { Desk } from '@/desk/desk'
import { type Column, List } from '@/desk/list'
import { usePersons } from '@/desk/persons/use-persons'
import { monthName } from '@/desk/typed'
import { useOnFocus } from '@/desk/use-on-focus'
import { operatorName } from '@/desk/words'
import { roleText } from '@/identity/desk/roles/draft'
import { usePlaceName } from '@/shared/city/use-place-name'
import { Heading } from '@/shared/components/heading'
import { FailureLine } from '@/shared/components/result-line'
import { usePages } from '@/shared/query/pages'
import { momentText } from '@/shared/time/moments'
import own from './audit.module.scss'
import { roleChangeText } from './view'

type Row = { at: string; by: string | null; person: string; text: string }

/** Who granted and took which role in a month, and whose internal name was set: kept apart from what is done at the desk, by the domain that knows people. */
export function RoleChanges({ desk, month, now }: { desk: Desk; month: string; now: number }) {
  const placeOf = usePlaceName()
  const outletName = (id: string) => placeOf(id) ?? id.slice(7)
  const pages = usePages<Row>(`roles ${desk.name} ${month}`, async () => {
    const answer = await fetchRoleChanges(desk.region, month)
    return answer.ok ? ok({ items: rowsOf(answer.value, outletName), cursor: null }) : answer
  })
  useOnFocus(pages.retry)
  const { nameOf, whoOf } = usePersons(
    desk,
    pages.items.flatMap(({ by, person }) => [by, person]),
  )
  const columns: Column<Row>[] = [
    { head: '身份变动', cell: ({ text }) => <Text>{text}</Text> },
    { head: '人员', cell: ({ person }) => <Text>{nameOf(person)}</Text> },
    {
      head: '操作人',
      cell: ({ by }) => <Text>{by === null ? operatorName : whoOf(by)}</Text>,
    },
    { head: '操作时间', cell: ({ at }) => <Text>{momentText(Date.parse(at), now)}</Text> },
  ]
  return (
    <View className={own.roles}>
      <Heading level={2} className={own.part}>
        身份变动
      </Heading>
      <FailureLine failure={pages.failure} />
      {pages.hasFirst && (
        <List
          label="身份变动"
          columns={columns}
          rows={pages.items}
          keyOf={({ at, person, text }) => `${at} ${person} ${text}`}
          empty={`${monthName(month)}没有身份变动。`}
        />
      )}
    </View>
  )
}

/** Newest first. */
function rowsOf({ changes, names = [] }: RoleChangesOfMonth, outletName: (id: string) => string): Row[] {
  const textOf = (change: RoleChange) => roleChangeText(change, (role) => roleText(role, outletName))
  const rows = [
    ...changes.map((change) => ({ ...change, text: textOf(change) })),
    ...names.map((one) => ({ ...one, text: one.isSet ? '设置了内部称呼' : '去掉了内部称呼' })),
  ]
  return rows.sort((a, b) => b.at.localeCompare(a.at))
}
