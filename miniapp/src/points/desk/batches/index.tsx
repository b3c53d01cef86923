import { type Day, dayOf } from '@common/day'
import type { Batch } from '@contract/points'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { fetchBatches, stopBatch } from '@/desk/api'
import { BulkBar } from '@/desk/bulk'
import { ListedView, useListed } from '@/desk/components/listed'
import { More } from '@/desk/components/more'
import type { Desk } from '@/desk/desk'
import { DeskPage } from '@/desk/frame/desk-page'
import { type Column, List } from '@/desk/list'
import { changeListed, putInto } from '@/desk/named'
import { hasRow, usePicked } from '@/desk/use-picked'
import { Badge } from '@/shared/components/badge'
import { Button } from '@/shared/components/button'
import { pointsText } from '@/shared/components/points'
import { ResultLine } from '@/shared/components/result-line'
import { useNow } from '@/shared/time/clock'
import { momentText } from '@/shared/time/moments'
import { ExportBatches } from '../exports'
import { Pending } from '../pending'
import { batchList, useProposed } from '../stores'
import { BatchDetail } from './batch-detail'
import { batchStatus } from './codes'
import { NewBatch } from './new-batch'

/** Batches of printed codes: how many were used, the codes for the printer, and the way to stop them. */
export default function BatchesPage() {
  return (
    <DeskPage path="desk/pages/points/batches">{(desk) => <Batches key={desk.name} desk={desk} />}</DeskPage>
  )
}

const fresh = 'new'

function Batches({ desk }: { desk: Desk }) {
  const listed = useListed(batchList, desk.name)
  const now = useNow()
  const { key, isWide, pick, show, onDirty, sheet, gone } = usePicked(hasRow(listed.value?.batches, fresh))
  const [done, setDone] = useState<string | null>(null)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const proposed = useProposed(desk.name)
  return (
    <>
      <ListedView listed={listed}>
        {(page) => {
          const { batches } = page
          const batch = batches.find(({ id }) => id === key)
          const put = (next: Batch) =>
            changeListed(batchList, desk.name, (now) => ({ ...now, batches: putInto(now.batches, next) }))
          const rows = [...batches].sort((a, b) => b.at.localeCompare(a.at))
          const canStop = (one: Batch) => batchStatus(one, dayOf(now)).tone === 'open'
          return (
            <List
              label="积分码"
              columns={columnsAt(now, dayOf(now))}
              rows={rows}
              isPart={Boolean(page.cursor)}
              keyOf={({ id }) => id}
              selection={
                isWide
                  ? { selected, canSelect: canStop, nameOf: ({ label }) => label, onChange: setSelected }
                  : undefined
              }
              picked={batch || key === fresh ? key : null}
              onPick={(next) => {
                setDone(null)
                pick(next)
              }}
              empty="还没有积分码。按“新的一批”提交，另一位同事复核后生成。"
              tools={
                <>
                  <Pending desk={desk} operation="createBatch" />
                  {done ? <ResultLine tone="waiting">{done}</ResultLine> : gone}
                  <Button tone="primary" icon="plus" onTap={() => pick(fresh)}>
                    新的一批
                  </Button>
                  <ExportBatches desk={desk} now={now} />
                  {isWide && !batch && key !== fresh && (
                    <BulkBar
                      rows={rows.filter((one) => selected.has(one.id) && canStop(one))}
                      keyOf={({ id }) => id}
                      nameOf={({ label }) => label}
                      verb="停用"
                      unit="批"
                      consequence={stopSentence}
                      act={async ({ id }) => {
                        const answer = await stopBatch(id)
                        if (answer.ok) put(answer.value)
                        return answer
                      }}
                      onSelected={setSelected}
                    />
                  )}
                </>
              }
              detailTitle={key === fresh ? '新的一批积分码' : batch?.label}
              detail={
                key === fresh ? (
                  <NewBatch
                    region={desk.region}
                    today={dayOf(now)}
                    onDirty={onDirty}
                    onProposed={(proposal) => {
                      proposed(proposal)
                      setDone('已提交，等另一位同事复核。通过后这批码会出现在下面。')
                      show(null)
                    }}
                  />
                ) : (
                  batch && <BatchDetail key={batch.id} desk={desk} batch={batch} now={now} onChanged={put} />
                )
              }
              foot={
                <More
                  cursor={page.cursor}
                  load={(cursor) => fetchBatches(desk.region, cursor)}
                  onLoaded={(next) =>
                    changeListed(batchList, desk.name, (now) => ({
                      ...next,
                      batches: withOlder(now.batches, next.batches),
                    }))
                  }
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

/** What stopping these means, for whoever has a code of them in hand. */
function stopSentence(batches: readonly Batch[]): string {
  const unused = batches.reduce((sum, { count, used }) => sum + count - used, 0)
  return `${batches.map(({ label }) => `“${label}”`).join('、')}还没用的共 ${pointsText(unused)} 个码马上作废，手里有码的人再输入会看到“已经过期”。停用以后不能恢复。`
}

/** What was made between two pages stands on both. */
function withOlder(known: readonly Batch[], older: readonly Batch[]): Batch[] {
  const ids = new Set(known.map(({ id }) => id))
  return [...known, ...older.filter(({ id }) => !ids.has(id))]
}

function columnsAt(now: number, today: Day): Column<Batch>[] {
  return [
    { head: '用在哪里', cell: ({ label }) => <Text>{label}</Text>, sort: ({ label }) => label },
    {
      head: '状态',
      cell: (batch) => {
        const { word, tone } = batchStatus(batch, today)
        return <Badge tone={tone}>{word}</Badge>
      },
      sort: (batch) => batchStatus(batch, today).word,
    },
    {
      head: '每个',
      end: true,
      cell: ({ points }) => <Text>{pointsText(points)} 分</Text>,
      sort: ({ points }) => points,
    },
    {
      head: '已用',
      end: true,
      cell: ({ used, count }) => (
        <Text>
          {pointsText(used)} / {pointsText(count)}
        </Text>
      ),
      sort: ({ used }) => used,
    },
    { head: '有效到', cell: ({ until }) => <Text>{until}</Text>, sort: ({ until }) => until },
    {
      head: '生成',
      cell: ({ at }) => <Text>{momentText(Date.parse(at), now)}</Text>,
      sort: ({ at }) => at,
      aside: true,
    },
  ]
}
