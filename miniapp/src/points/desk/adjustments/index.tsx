import type { Adjustment } from '@contract/points'
import { Text } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { fetchAdjustments } from '@/desk/api'
import { ListedView, useListed } from '@/desk/components/listed'
import { More } from '@/desk/components/more'
import type { Desk } from '@/desk/desk'
import { DeskPage, useEscape } from '@/desk/frame/desk-page'
import { type Column, Table } from '@/desk/list'
import { type Persons, usePersons } from '@/desk/persons/use-persons'
import { adjustmentList } from '@/desk/stores'
import { joined, withOne } from '@/desk/waiting-pages'
import { Badge } from '@/shared/components/badge'
import { Button } from '@/shared/components/button'
import { pointsText } from '@/shared/components/points'
import { useNow } from '@/shared/time/clock'
import { momentText } from '@/shared/time/moments'
import { AdjustmentDetail } from './adjustment-detail'
import { Propose } from './propose'
import { adjustmentSign } from './view'

/** Points given or taken by hand: one proposes, another decides. With `?order=` or `?person=` it begins with that person. */
export default function AdjustmentsPage() {
  const { order = null, person = null } = useRouter().params
  return (
    <DeskPage page="adjustments">
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
  const [picked, setPicked] = useState<string | null>((order ?? person) === null ? null : fresh)
  useEscape(picked === null ? null : () => setPicked(null))
  return (
    <ListedView listed={listed}>
      {(page) => {
        const found = page.items.find(({ id }) => id === picked)
        const put = (next: Adjustment) => adjustmentList.put(desk.name, withOne(page, next))
        return (
          <>
            <Table
              label="积分调整"
              columns={columnsAt(now, persons)}
              rows={page.items}
              keyOf={({ id }) => id}
              picked={picked}
              onPick={setPicked}
              empty="还没有调整。只有记错、漏记时才用，一人提、另一人批。"
              tools={
                <Button tone="primary" icon="plus" onTap={() => setPicked(fresh)}>
                  提出调整
                </Button>
              }
              detailTitle={picked === fresh ? '提出调整' : '积分调整'}
              detail={
                picked === fresh ? (
                  <Propose
                    desk={desk}
                    order={order}
                    person={person}
                    onProposed={(next) => {
                      put(next)
                      setPicked(next.id)
                    }}
                  />
                ) : (
                  found && (
                    <AdjustmentDetail
                      key={found.id}
                      adjustment={found}
                      me={desk.me.id}
                      persons={persons}
                      now={now}
                      onDecided={put}
                    />
                  )
                )
              }
            />
            <More
              cursor={page.cursor}
              load={(cursor) => fetchAdjustments(desk.region, cursor)}
              onLoaded={(next) => adjustmentList.put(desk.name, joined(page, next))}
            />
          </>
        )
      }}
    </ListedView>
  )
}

function columnsAt(now: number, { nameOf, whoOf }: Persons): Column<Adjustment>[] {
  return [
    { head: '为什么', grow: 4, cell: ({ text }) => <Text>{text}</Text> },
    { head: '积分', end: true, cell: ({ points }) => <Text>{pointsText(points, true)}</Text> },
    {
      head: '状态',
      cell: (adjustment) => {
        const { word, tone } = adjustmentSign(adjustment)
        return <Badge tone={tone}>{word}</Badge>
      },
    },
    { head: '给谁', grow: 2, cell: ({ person }) => <Text>{nameOf(person)}</Text> },
    { head: '提出', grow: 2, cell: ({ proposedBy }) => <Text>{whoOf(proposedBy)}</Text> },
    {
      head: '审批',
      grow: 2,
      cell: ({ decidedBy }) => <Text>{decidedBy === null ? '还没有' : whoOf(decidedBy)}</Text>,
    },
    {
      head: '时间',
      grow: 2,
      cell: ({ proposedAt }) => <Text>{momentText(Date.parse(proposedAt), now)}</Text>,
    },
  ]
}
