import { dayOf } from '@common/day'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { decideReport, fetchReports, type OpenReport, type OpenReports } from '@/desk/api'
import css from '@/desk/components/desk.module.scss'
import { Consequences, Facts } from '@/desk/components/facts'
import { ListedView, useListed } from '@/desk/components/listed'
import { More } from '@/desk/components/more'
import type { Desk } from '@/desk/desk'
import { DeskPage, useEscape } from '@/desk/frame/desk-page'
import { type Column, Table } from '@/desk/list'
import { reportList } from '@/desk/stores'
import { goPlace } from '@/places/go'
import { Badge } from '@/shared/components/badge'
import { Button } from '@/shared/components/button'
import { Choice } from '@/shared/components/choice'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { useAction } from '@/shared/query/use-action'
import { useNow } from '@/shared/time/clock'
import { dayText } from '@/shared/time/moments'
import { decidedText, decisionText, reportText } from './view'

/** What citizens said is wrong, oldest first: right or not, and whether it is in order now. */
export default function ReportsPage() {
  return <DeskPage page="reports">{(desk) => <Reports key={desk.name} desk={desk} />}</DeskPage>
}

function Reports({ desk }: { desk: Desk }) {
  const listed = useListed(reportList, desk.name)
  const now = useNow()
  const [picked, setPicked] = useState<string | null>(null)
  const [done, setDone] = useState<string | null>(null)
  useEscape(picked === null ? null : () => setPicked(null))
  return (
    <ListedView listed={listed}>
      {(open: OpenReports) => {
        const report = open.reports.find(({ id }) => id === picked)
        return (
          <>
            <Table
              label="市民报告"
              columns={columnsAt(now)}
              rows={open.reports}
              keyOf={({ id }) => id}
              picked={picked}
              onPick={setPicked}
              empty={open.more ? '这一页处理完了，看后面的。' : '没有待处理的报告。'}
              tools={
                <View className={css.detail}>
                  {done && <ResultLine tone="done">{done}</ResultLine>}
                  <Text className={css.hint}>
                    {open.more
                      ? `先来的 ${open.reports.length} 条，后面还有。`
                      : `${open.reports.length} 条待处理，先来的在上面。`}
                  </Text>
                </View>
              }
              detailTitle={report?.place.name}
              detail={
                report && (
                  <Decide
                    key={report.id}
                    report={report}
                    now={now}
                    onDecided={(said) => {
                      setDone(said)
                      setPicked(null)
                      reportList.put(desk.name, {
                        ...open,
                        reports: open.reports.filter(({ id }) => id !== report.id),
                      })
                    }}
                  />
                )
              }
            />
            <More
              cursor={open.cursor}
              load={(cursor) => fetchReports(desk.region, cursor)}
              onLoaded={(next) =>
                reportList.put(desk.name, { ...next, reports: [...open.reports, ...next.reports] })
              }
              text="看后面的"
            />
          </>
        )
      }}
    </ListedView>
  )
}

function columnsAt(now: number): Column<OpenReport>[] {
  return [
    { head: '地点', grow: 3, cell: ({ place }) => <Text>{place.name}</Text> },
    { head: '反映的问题', grow: 3, cell: (report) => <Text>{reportText(report)}</Text> },
    { head: '日期', grow: 2, cell: ({ at }) => <Text>{dayText(dayOf(Date.parse(at)), dayOf(now))}</Text> },
    {
      head: '地图上',
      cell: ({ doubted }) => (doubted ? <Badge tone="doubt">待核实</Badge> : <Text>未标注</Text>),
    },
  ]
}

function Decide({
  report,
  now,
  onDecided,
}: {
  report: OpenReport
  now: number
  onDecided: (said: string) => void
}) {
  const [accept, setAccept] = useState<'yes' | 'no' | null>(null)
  const [settled, setSettled] = useState<'yes' | 'no' | null>(null)
  const decision = accept && settled ? { accept: accept === 'yes', settled: settled === 'yes' } : null
  const deciding = useAction(decideReport, (answer) => onDecided(decidedText(answer)))
  const decide = () => void (decision && deciding.run(report.id, decision))
  return (
    <View className={css.detail}>
      <Facts
        facts={[
          ['反映的问题', reportText(report)],
          ['补充', report.note ?? '没有写'],
          ['日期', dayText(dayOf(Date.parse(report.at)), dayOf(now))],
          ['编号', report.place.outletNo ?? '没有'],
          ['积分', report.credit ? '采纳后发放' : '对方没有要'],
        ]}
      />
      <Button onTap={() => goPlace(report.place.id)}>看这个地点</Button>
      <Choice
        label="是否属实"
        options={[
          { value: 'yes', label: '属实，采纳' },
          { value: 'no', label: '不属实' },
        ]}
        value={accept}
        onChange={setAccept}
      />
      <Choice
        label="是否已解决"
        options={[
          { value: 'yes', label: '已解决', text: '已经改好，或本来就没问题' },
          { value: 'no', label: '未解决', text: '还要去看、去补' },
        ]}
        value={settled}
        onChange={setSettled}
      />
      <Consequences sentences={decision ? [decisionText(report, decision)] : []} />
      <FailureLine failure={deciding.failure} />
      <Button tone="primary" block disabled={!decision || deciding.busy} onTap={decide}>
        {deciding.busy ? '正在处理' : '处理完这一条'}
      </Button>
    </View>
  )
}
