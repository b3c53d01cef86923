import { ok } from '@common/result'
import type { AuditRecord as Audit } from '@contract/audit'
import type { Proposal } from '@contract/points'
import { Text, View } from '@tarojs/components'
import { fetchAudit } from '@/desk/api'
import css from '@/desk/components/desk.module.scss'
import { Facts } from '@/desk/components/facts'
import { MonthPicker } from '@/desk/components/month-picker'
import type { Desk } from '@/desk/desk'
import { DeskPage } from '@/desk/frame/desk-page'
import { RecordChanges } from '@/desk/history/changes'
import { auditTitle, isPerson, personsIn } from '@/desk/history/words'
import { type Column, List } from '@/desk/list'
import { type Persons, usePersons } from '@/desk/persons/use-persons'
import { monthName, monthNamed, monthOf } from '@/desk/typed'
import { useAddressed } from '@/desk/use-addressed'
import { useOnFocus } from '@/desk/use-on-focus'
import { usePicked } from '@/desk/use-picked'
import { auditActionName } from '@/desk/words'
import { giftLists } from '@/points/stores'
import { usePlaceName } from '@/shared/city/use-place-name'
import { Button } from '@/shared/components/button'
import { FailureView } from '@/shared/components/failure-view'
import { FailureLine } from '@/shared/components/result-line'
import { Waiting } from '@/shared/components/state'
import { usePages } from '@/shared/query/pages'
import { useRemote } from '@/shared/query/remote'
import { useNow } from '@/shared/time/clock'
import { momentText } from '@/shared/time/moments'
import { proposalTitle } from '../proposals/view'
import { adjustmentList, batchList, giftList, proposalList } from '../stores'
import own from './audit.module.scss'
import { ExportAudit } from './export-audit'
import { RoleChanges } from './role-changes'
import { namesIn, subjectText } from './view'

/** What staff did in a month: when, who, what, and how it was before and after. */
export default function AuditPage() {
  return (
    <DeskPage path="desk/pages/points/audit">{(desk) => <Months key={desk.name} desk={desk} />}</DeskPage>
  )
}

/** As many at most come with one page. */
const perPage = 50

const keyOf = ({ at, by, action, subject }: Audit): string => `${at} ${by} ${action} ${subject}`

function Months({ desk }: { desk: Desk }) {
  const now = useNow()
  const thisMonth = monthOf(now)
  const [written, setMonth] = useAddressed('month')
  const month = monthNamed(written, thisMonth)
  const pages = usePages(`${desk.name} ${month}`, async (cursor) => {
    const answer = await fetchAudit(desk.region, month, cursor)
    return answer.ok ? ok({ items: answer.value.audit, cursor: answer.value.cursor }) : answer
  })
  // Of a month whose pages were turned, what was read stays as far as that.
  const isTurned = pages.items.length > perPage
  useOnFocus(isTurned ? null : pages.retry)
  const {
    key: picked,
    pick,
    show,
    gone,
  } = usePicked((wanted) => (pages.hasFirst ? pages.items.some((one) => keyOf(one) === wanted) : null))
  const found = pages.items.find((one) => keyOf(one) === picked)
  const persons = usePersons(desk, personsIn(pages.items))
  const subjectOf = useSubjectText(desk, pages.items, persons)
  if (!pages.hasFirst) {
    return pages.failure ? (
      <FailureView failure={pages.failure} onRetry={pages.retry} />
    ) : (
      <Waiting rows={5} />
    )
  }
  return (
    <>
      <List
        label="操作记录"
        columns={columnsAt(now, persons, subjectOf)}
        rows={pages.items}
        keyOf={keyOf}
        picked={picked}
        onPick={pick}
        empty={`${monthName(month)}没有操作。`}
        tools={
          <>
            <MonthPicker
              month={month}
              last={thisMonth}
              onChange={(next) => {
                show(null)
                setMonth(next === thisMonth ? null : next)
              }}
            />
            <ExportAudit desk={desk} month={month} subjectOf={subjectOf} />
            <Text className={css.hint}>操作人、操作时间、改前和改后都在，不可修改、不可删除。</Text>
            {gone}
          </>
        }
        detailTitle={found && auditActionName(found.action)}
        detail={
          found && (
            <RecordDetail record={found} name={subjectOf(found)} desk={desk} persons={persons} now={now} />
          )
        }
      />
      <View className={own.more}>
        <FailureLine failure={pages.failure} />
        {pages.hasMore && (
          <Button disabled={pages.asking} onTap={pages.more}>
            {pages.asking ? '正在取' : '再看更早的'}
          </Button>
        )}
      </View>
      <RoleChanges desk={desk} month={month} now={now} />
    </>
  )
}

/** Whoever may see all gifts and codes reads their names; others those of the gifts that citizens see, and of the record itself. */
function useSubjectText(desk: Desk, records: readonly Audit[], persons: Persons): (record: Audit) => string {
  const placeName = usePlaceName()
  const mine = desk.powers.includes('gifts') ? desk.name : null
  const gifts = useRemote(giftList, mine).value?.gifts
  const batches = useRemote(batchList, mine).value?.batches ?? []
  const shown = useRemote(giftLists, mine === null ? desk.region : null).value ?? []
  const adjustments = useRemote(adjustmentList, mine).value?.items ?? []
  const proposals = useRemote(proposalList, mine).value?.items ?? []
  const names = namesIn(records)
  const nameOf = (id: string) =>
    (isPerson(id) ? persons.nameOf(id) : null) ??
    [...(gifts ?? shown)].find((gift) => gift.id === id)?.name ??
    batches.find((batch) => batch.id === id)?.label ??
    adjustments.find((one) => one.id === id)?.text ??
    textOf(proposals.find((one) => one.id === id)) ??
    names.get(id) ??
    placeName(id)
  return (record) => subjectText(record, nameOf)
}

const textOf = (proposal: Proposal | undefined): string | undefined => proposal && proposalTitle(proposal)

function columnsAt(now: number, { whoOf }: Persons, subjectOf: (record: Audit) => string): Column<Audit>[] {
  return [
    { head: '操作内容', cell: (record) => <Text>{auditTitle(record)}</Text> },
    { head: '操作人', cell: ({ by }) => <Text>{whoOf(by)}</Text> },
    { head: '操作时间', cell: ({ at }) => <Text>{momentText(Date.parse(at), now)}</Text> },
    { head: '对象', cell: (record) => <Text>{subjectOf(record)}</Text> },
  ]
}

type RecordProps = { record: Audit; name: string; desk: Desk; persons: Persons; now: number }

function RecordDetail({ record, name, desk, persons: { nameOf }, now }: RecordProps) {
  const { at, by, subject, changes } = record
  const isNamed = isPerson(subject) || name.includes(subject)
  return (
    <View className={css.detail}>
      <Facts
        facts={[
          ['操作时间', momentText(Date.parse(at), now)],
          ['操作人', by === desk.me.id ? `我（${nameOf(by)}）` : nameOf(by)],
          ['对象', isNamed ? name : `${name}（${subject}）`],
        ]}
      />
      {changes.length === 0 && <Text className={css.hint}>只是查看，没有改动什么。</Text>}
      <RecordChanges record={record} nameOf={nameOf} />
    </View>
  )
}
