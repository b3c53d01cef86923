import { type Day, dayOf } from '@common/day'
import type { Batch } from '@contract/points'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { fetchBatches } from '@/desk/api'
import { ListedView, useListed } from '@/desk/components/listed'
import { More } from '@/desk/components/more'
import type { Desk } from '@/desk/desk'
import { DeskPage, useEscape } from '@/desk/frame/desk-page'
import { type Column, Table } from '@/desk/list'
import { batchList, putInto, useProposed } from '@/desk/stores'
import { Badge } from '@/shared/components/badge'
import { Button } from '@/shared/components/button'
import { pointsText } from '@/shared/components/points'
import { useNow } from '@/shared/time/clock'
import { momentText } from '@/shared/time/moments'
import { Pending } from '../pending'
import { BatchDetail } from './batch-detail'
import { batchStatus } from './codes'
import { NewBatch } from './new-batch'

/** Batches of printed codes: how many were used, the codes for the printer, and the way to stop them. */
export default function BatchesPage() {
  return <DeskPage page="batches">{(desk) => <Batches key={desk.name} desk={desk} />}</DeskPage>
}

const fresh = 'new'

function Batches({ desk }: { desk: Desk }) {
  const listed = useListed(batchList, desk.name)
  const now = useNow()
  const [picked, setPicked] = useState<string | null>(null)
  useEscape(picked === null ? null : () => setPicked(null))
  const proposed = useProposed(desk.name)
  return (
    <ListedView listed={listed}>
      {(page) => {
        const { batches } = page
        const batch = batches.find(({ id }) => id === picked)
        const put = (next: Batch) => batchList.put(desk.name, { ...page, batches: putInto(batches, next) })
        return (
          <>
            <Pending desk={desk} operation="createBatch" />
            <Table
              label="积分码"
              columns={columnsAt(now, dayOf(now))}
              rows={batches}
              keyOf={({ id }) => id}
              picked={picked}
              onPick={setPicked}
              empty="还没有积分码。按“新的一批”提交，另一位同事复核后生成。"
              tools={
                <Button tone="primary" icon="plus" onTap={() => setPicked(fresh)}>
                  新的一批
                </Button>
              }
              detailTitle={picked === fresh ? '新的一批积分码' : batch?.label}
              detail={
                picked === fresh ? (
                  <NewBatch
                    region={desk.region}
                    today={dayOf(now)}
                    onProposed={(proposal) => {
                      proposed(proposal)
                      setPicked(null)
                    }}
                  />
                ) : (
                  batch && <BatchDetail key={batch.id} desk={desk} batch={batch} now={now} onChanged={put} />
                )
              }
            />
            <More
              cursor={page.cursor}
              load={(cursor) => fetchBatches(desk.region, cursor)}
              onLoaded={(next) =>
                batchList.put(desk.name, { ...next, batches: [...batches, ...next.batches] })
              }
            />
          </>
        )
      }}
    </ListedView>
  )
}

function columnsAt(now: number, today: Day): Column<Batch>[] {
  return [
    { head: '用在哪里', grow: 3, cell: ({ label }) => <Text>{label}</Text> },
    {
      head: '状态',
      cell: (batch) => {
        const { word, tone } = batchStatus(batch, today)
        return <Badge tone={tone}>{word}</Badge>
      },
    },
    { head: '每个', end: true, cell: ({ points }) => <Text>{pointsText(points)} 分</Text> },
    {
      head: '已用',
      end: true,
      cell: ({ used, count }) => (
        <Text>
          {pointsText(used)} / {pointsText(count)}
        </Text>
      ),
    },
    { head: '有效到', grow: 2, cell: ({ until }) => <Text>{until}</Text> },
    { head: '生成', grow: 2, cell: ({ at }) => <Text>{momentText(Date.parse(at), now)}</Text> },
  ]
}
