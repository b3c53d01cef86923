import type { Adjustment } from '@contract/points'
import { Text } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { fetchAdjustments } from '@/desk/api'
import { ListedView, useListed } from '@/desk/components/listed'
import { More } from '@/desk/components/more'
import { Tabs } from '@/desk/components/tabs'
import type { Desk } from '@/desk/desk'
import { DeskPage } from '@/desk/frame/desk-page'
import { type Column, List } from '@/desk/list'
import { changeListed } from '@/desk/named'
import { type Persons, usePersons } from '@/desk/persons/use-persons'
import { useAddressed } from '@/desk/use-addressed'
import { hasRow, usePicked } from '@/desk/use-picked'
import { joined, waitingIn, withOne } from '@/desk/waiting-pages'
import { Badge } from '@/shared/components/badge'
import { Button } from '@/shared/components/button'
import { pointsText } from '@/shared/components/points'
import { useNow } from '@/shared/time/clock'
import { momentText } from '@/shared/time/moments'
import { ExportAdjustments } from '../exports'
import { adjustmentList } from '../stores'
import { AdjustmentDetail } from './adjustment-detail'
import { Propose } from './propose'
import { adjustmentSign, byTurn } from './view'

/** Points given or taken by hand: one proposes, another decides. With `?order=` or `?person=` it begins with that person. */
export default function AdjustmentsPage() {
  const { order = null, person = null } = useRouter().params
  return (
    <DeskPage path="desk/pages/points/adjustments">
      {(desk) => <Adjustments key={desk.name} desk={desk} order={order} person={person} />}
    </DeskPage>
  )
}

const fresh = 'new'

type Props = { desk: Desk; order: string | null; person: string | null }

function Adjustments({ desk, order, person }: Props) {
  const listed = useListed(adjustmentList, desk.name)
  const persons = usePersons(
    desk,
    listed.value?.items.flatMap((one) => [one.person, one.proposedBy, one.decidedBy]) ?? [],
  )
  const now = useNow()
  const { key, pick, show, onDirty, sheet, gone } = usePicked(hasRow(listed.value?.items, fresh))
  const [tab, setTab] = useAddressed('tab')
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for whom the page was opened
  useEffect(() => {
    if ((order ?? person) !== null && key === null) show(fresh)
  }, [])
  return (
    <>
      <ListedView listed={listed}>
        {(page) => {
          const found = page.items.find(({ id }) => id === key)
          const put = (next: Adjustment) =>
            changeListed(adjustmentList, desk.name, (now) => withOne(now, next))
          const all = [...page.items].sort(byTurn)
          return (
            <List
              label="积分调整"
              columns={columnsAt(now, persons)}
              rows={tab === 'waiting' ? all.filter(({ state }) => state === 'proposed') : all}
              isPart={Boolean(page.cursor)}
              keyOf={({ id }) => id}
              picked={found || key === fresh ? key : null}
              onPick={pick}
              empty={
                tab === 'waiting'
                  ? '没有待审批的调整。'
                  : '还没有调整。只有记错、漏记时才用，一人提、另一人批。'
              }
              tools={
                <>
                  <Tabs
                    label="调整的状态"
                    tabs={[
                      { value: 'all', label: '全部' },
                      { value: 'waiting', label: '待审批', count: page.open ?? waitingIn(page.items) },
                    ]}
                    value={tab === 'waiting' ? 'waiting' : 'all'}
                    onChange={(next) => setTab(next === 'all' ? null : next)}
                  />
                  <Button tone="primary" icon="plus" onTap={() => pick(fresh)}>
                    提出调整
                  </Button>
                  <ExportAdjustments desk={desk} now={now} />
                  {gone}
                </>
              }
              detailTitle={key === fresh ? '提出调整' : '积分调整'}
              detail={
                key === fresh ? (
                  <Propose
                    desk={desk}
                    order={order}
                    person={person}
                    onDirty={onDirty}
                    onProposed={(next) => {
                      put(next)
                      onDirty(false)
                      show(next.id)
                    }}
                  />
                ) : (
                  found && (
                    <AdjustmentDetail
                      key={found.id}
                      desk={desk}
                      adjustment={found}
                      persons={persons}
                      now={now}
                      onDecided={put}
                    />
                  )
                )
              }
              foot={
                <More
                  cursor={page.cursor}
                  load={(cursor) => fetchAdjustments(desk.region, cursor)}
                  onLoaded={(next) => changeListed(adjustmentList, desk.name, (now) => joined(now, next))}
                />
              }
            />
          )
        }}
      </ListedView>
      {sheet}
    </>
  )
}

function columnsAt(now: number, { nameOf, whoOf }: Persons): Column<Adjustment>[] {
  return [
    { head: '事由', cell: ({ text }) => <Text>{text}</Text>, sort: ({ text }) => text },
    {
      head: '积分',
      end: true,
      cell: ({ points }) => <Text>{pointsText(points, true)}</Text>,
      sort: ({ points }) => points,
    },
    {
      head: '状态',
      cell: (adjustment) => {
        const { word, tone } = adjustmentSign(adjustment)
        return <Badge tone={tone}>{word}</Badge>
      },
      sort: (adjustment) => adjustmentSign(adjustment).word,
    },
    { head: '给谁', cell: ({ person }) => <Text>{nameOf(person)}</Text> },
    { head: '提出', cell: ({ proposedBy }) => <Text>{whoOf(proposedBy)}</Text>, aside: true },
    {
      head: '审批',
      cell: ({ decidedBy }) => <Text>{decidedBy === null ? '还没有' : whoOf(decidedBy)}</Text>,
      aside: true,
    },
    {
      head: '时间',
      cell: ({ proposedAt, decidedAt }) => (
        <Text>{momentText(Date.parse(decidedAt ?? proposedAt), now)}</Text>
      ),
      sort: ({ proposedAt, decidedAt }) => decidedAt ?? proposedAt,
    },
  ]
}
