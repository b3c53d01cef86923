import { ok } from '@common/result'
import type { RoleChange } from '@contract/identity'
import { Text, View } from '@tarojs/components'
import { momentText } from '@/points/moments'
import { usePages } from '@/points/pages'
import { usePlaceName } from '@/points/use-place-name'
import { Heading } from '@/shared/components/heading'
import { FailureLine } from '@/shared/components/result-line'
import { type Column, Table } from '@/shared/components/table'
import { fetchRoleChanges } from '../api'
import css from '../components/desk.module.scss'
import type { Desk } from '../desk'
import { roleText } from '../roles/draft'
import { monthName } from '../typed'
import { shortId, whoText } from '../words'
import own from './audit.module.scss'
import { roleChangeText } from './view'

/** Who granted and took which role in a month: kept apart from the deeds at the desk, by the domain that knows people. */
export function RoleChanges({ desk, month, now }: { desk: Desk; month: string; now: number }) {
  const nameOf = usePlaceName()
  const pages = usePages(`roles ${desk.name} ${month}`, async () => {
    const answer = await fetchRoleChanges(desk.region, month)
    return answer.ok ? ok({ items: answer.value.changes, cursor: null }) : answer
  })
  const columns: Column<RoleChange>[] = [
    {
      head: '身份变动',
      grow: 4,
      cell: (change) => (
        <Text>{roleChangeText(change, (role) => roleText(role, (id) => nameOf(id) ?? id.slice(7)))}</Text>
      ),
    },
    { head: '谁的', grow: 2, cell: ({ person }) => <Text className={css.code}>{shortId(person)}</Text> },
    {
      head: '谁做的',
      grow: 2,
      cell: ({ by }) => <Text>{by === null ? '开通时的命令' : whoText(by, desk.me.id)}</Text>,
    },
    { head: '何时', grow: 2, cell: ({ at }) => <Text>{momentText(Date.parse(at), now)}</Text> },
  ]
  return (
    <View className={own.roles}>
      <Heading level={2} className={own.part}>
        身份变动
      </Heading>
      <FailureLine failure={pages.failure} />
      {pages.begun && (
        <Table
          label="身份变动"
          columns={columns}
          rows={pages.items}
          keyOf={({ at, person, deed }) => `${at} ${person} ${deed}`}
          empty={`${monthName(month)}没有身份变动。`}
        />
      )}
    </View>
  )
}
