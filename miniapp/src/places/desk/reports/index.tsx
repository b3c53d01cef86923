import { dayOf } from '@common/day'
import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { fetchReports, type OpenReport, type OpenReports } from '@/desk/api'
import css from '@/desk/components/desk.module.scss'
import { ListedView, useListed } from '@/desk/components/listed'
import { More } from '@/desk/components/more'
import type { Desk } from '@/desk/desk'
import { DeskPage } from '@/desk/frame/desk-page'
import { type Column, List } from '@/desk/list'
import { changeListed } from '@/desk/named'
import { hasRow, usePicked } from '@/desk/use-picked'
import { Badge } from '@/shared/components/badge'
import { ResultLine } from '@/shared/components/result-line'
import { useNow } from '@/shared/time/clock'
import { dayText } from '@/shared/time/moments'
import { reportList } from '../stores'
import { ReportReview } from './report-review'
import { reportText } from './view'

/** What citizens said is wrong, oldest first: right or not, and whether it is in order now. */
export default function ReportsPage() {
  return (
    <DeskPage path="desk/pages/places/reports">{(desk) => <Reports key={desk.name} desk={desk} />}</DeskPage>
  )
}

function Reports({ desk }: { desk: Desk }) {
  const listed = useListed(reportList, desk.name)
  const now = useNow()
  const { key, pick, show, onDirty, sheet, gone } = usePicked(hasRow(listed.value?.reports))
  const [done, setDone] = useState<string | null>(null)
  const inFront = useRef(key)
  inFront.current = key
  return (
    <>
      <ListedView listed={listed}>
        {(open: OpenReports) => {
          const report = open.reports.find(({ id }) => id === key)
          return (
            <List
              label="市民报告"
              columns={columnsAt(now)}
              rows={open.reports}
              isPart={open.more}
              keyOf={({ id }) => id}
              picked={report ? key : null}
              onPick={(next) => {
                setDone(null)
                pick(next)
              }}
              empty={
                open.more
                  ? '这一页处理完了，看后面的。'
                  : '没有待处理的报告。市民在地点页报告的问题会出现在这里。'
              }
              tools={
                <View className={css.detail}>
                  {done ? <ResultLine tone="done">{done}</ResultLine> : gone}
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
                  <ReportReview
                    key={report.id}
                    desk={desk}
                    id={report.id}
                    now={now}
                    onDirty={onDirty}
                    onDone={(said) => {
                      setDone(said)
                      // The answer may come late: another report is open by then, and stays.
                      if (inFront.current === report.id) show(null)
                    }}
                  />
                )
              }
              foot={
                <More
                  cursor={open.cursor}
                  load={(cursor) => fetchReports(desk.region, cursor)}
                  onLoaded={(next) =>
                    changeListed(reportList, desk.name, ({ reports }) => ({
                      ...next,
                      reports: [...reports, ...next.reports],
                    }))
                  }
                  text="看后面的"
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

function columnsAt(now: number): Column<OpenReport>[] {
  return [
    { head: '地点', cell: ({ place }) => <Text>{place.name}</Text>, sort: ({ place }) => place.name },
    { head: '反映的问题', cell: (report) => <Text>{reportText(report)}</Text>, sort: reportText },
    {
      head: '日期',
      cell: ({ at }) => <Text>{dayText(dayOf(Date.parse(at)), dayOf(now))}</Text>,
      sort: ({ at }) => Date.parse(at),
    },
    {
      head: '地图上',
      cell: ({ doubted }) => (doubted ? <Badge tone="doubt">待核实</Badge> : <Text>未标注</Text>),
      aside: true,
    },
  ]
}
