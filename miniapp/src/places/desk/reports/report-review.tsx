import { dayOf } from '@common/day'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { decideReport, type OpenReport } from '@/desk/api'
import css from '@/desk/components/desk.module.scss'
import { Consequences, Facts } from '@/desk/components/facts'
import { useListed } from '@/desk/components/listed'
import type { Desk } from '@/desk/desk'
import { useTellDirty } from '@/desk/edit/tell-dirty'
import { History } from '@/desk/history'
import { changeListed } from '@/desk/named'
import type { ReviewProps } from '@/desk/registration'
import { Over } from '@/desk/review/over'
import { goPlace } from '@/places/go'
import { Button } from '@/shared/components/button'
import { Choice } from '@/shared/components/choice'
import { FailureLine } from '@/shared/components/result-line'
import { useAction } from '@/shared/query/use-action'
import { dayText } from '@/shared/time/moments'
import { reportList } from '../stores'
import { decidedText, decisionText, reportText } from './view'

/** A report of a citizen: right or not, and whether it is in order now. */
export function ReportReview({ desk, id, now, onDone, onDirty }: ReviewProps) {
  const open = useListed(reportList, desk.name).value
  const report = open?.reports.find((one) => one.id === id)
  if (!report) return <Over />
  return (
    <Decide
      key={id}
      desk={desk}
      report={report}
      now={now}
      onDirty={onDirty}
      onDecided={(said) => {
        changeListed(reportList, desk.name, (now) => ({
          ...now,
          reports: now.reports.filter((one) => one.id !== id),
        }))
        onDone(`${report.place.name}：${said}`)
      }}
    />
  )
}

function Decide({
  desk,
  report,
  now,
  onDirty,
  onDecided,
}: {
  desk: Desk
  report: OpenReport
  now: number
  onDirty: (isDirty: boolean) => void
  onDecided: (said: string) => void
}) {
  const [accept, setAccept] = useState<'yes' | 'no' | null>(null)
  const [settled, setSettled] = useState<'yes' | 'no' | null>(null)
  const decision = accept && settled ? { accept: accept === 'yes', settled: settled === 'yes' } : null
  const deciding = useAction(decideReport, (answer) => onDecided(decidedText(answer)))
  // What is on its way is not lost by going on to the next.
  useTellDirty((accept !== null || settled !== null) && !deciding.busy, onDirty)
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
        isRequired
        options={[
          { value: 'yes', label: '属实，采纳' },
          { value: 'no', label: '不属实' },
        ]}
        value={accept}
        onChange={setAccept}
      />
      <Choice
        label="是否已解决"
        isRequired
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
      {!decision && <Text className={css.hint}>选好是否属实、是否已解决，就能处理。</Text>}
      <History desk={desk} subject={report.place.id} />
    </View>
  )
}
