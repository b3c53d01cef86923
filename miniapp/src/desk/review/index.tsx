import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { Thumbnail, useThumbnails } from '@/media/desk/thumbnails'
import { Badge } from '@/shared/components/badge'
import { FailureView } from '@/shared/components/failure-view'
import { ResultLine } from '@/shared/components/result-line'
import { Waiting } from '@/shared/components/state'
import { useNow } from '@/shared/time/clock'
import { momentText } from '@/shared/time/moments'
import { Tabs } from '../components/tabs'
import type { Desk } from '../desk'
import { DeskPage } from '../frame/desk-page'
import { type Column, List } from '../list'
import { NotRead } from '../not-read'
import { usePersons } from '../persons/use-persons'
import { opensFor, type ReviewItem } from '../registration'
import { reviewSources } from '../registry'
import { countText, dueOrder, othersText } from '../tasks'
import { useAddressed } from '../use-addressed'
import { usePicked } from '../use-picked'
import { isOwnItem, reviewKey, useReviews, waitingCount, waitingItems, whyEmpty } from '../waiting'
import css from './review.module.scss'
import { ReviewDetail } from './review-detail'
import { useDecisions } from './use-decisions'

/** Everything that one proposes and another decides, of every domain. `?id=` is a proposal, from links of before. */
export default function ReviewPage() {
  return <DeskPage path="desk/review">{(desk) => <Review key={desk.name} desk={desk} />}</DeskPage>
}

const tabs = ['waiting', 'own', 'decided'] as const
type Tab = (typeof tabs)[number]
const tabNames: Record<Tab, string> = { waiting: '待我处理', own: '我提出的', decided: '已办' }
const empty: Record<Tab, string> = {
  waiting: '现在没有等你处理的。市民的报告，同事提出的调整、复核、授权、展馆内容和图片，会按先后出现在这里。',
  own: '你没有提出还在等的事。提交复核、提出调整、上传图片或提交展馆内容后，会在这里等另一位同事。',
  decided: '最近没有已办事项。',
}

function Review({ desk }: { desk: Desk }) {
  const reviews = useReviews(desk)
  const now = useNow()
  const [written, setTab] = useAddressed('tab')
  const tab = tabs.find((one) => one === written) ?? 'waiting'
  const has = (wanted: string) =>
    reviews.items.some((item) => reviewKey(item) === wanted) ||
    (reviews.asking || reviews.failure ? null : false)
  const { key, isWide, pick, show, onDirty, sheet, gone } = usePicked(has, 'item')
  const [done, setDone] = useState<string | null>(null)
  useOldLink(key, show)
  const inFront = useRef(key)
  inFront.current = key
  const parts = partsOf(reviews.items, desk.me.id)
  const rows = parts[tab]
  const found = reviews.items.find((item) => reviewKey(item) === key)
  const { decisions, ...loading } = useDecisions()
  const { whoOf } = usePersons(
    desk,
    reviews.items.map(({ by }) => by),
  )
  const pictures = useThumbnails(rows)
  function decided(said: string): void {
    setDone(said)
    // The answer may come late: another row is open by then, and stays.
    if (inFront.current !== key) return
    const next = nextOf(rows, key)
    show(isWide && next ? reviewKey(next) : null)
  }
  const why = reviews.items.length === 0 ? whyEmpty(reviews) : null
  if (why === 'asking') return <Waiting rows={5} />
  if (why) return <FailureView failure={why} onRetry={reviews.retry} />
  const others = tab === 'waiting' ? othersText(reviews.others) : null
  return (
    <>
      <List
        label={tabNames[tab]}
        columns={columnsAt(now, whoOf, pictures)}
        rows={rows}
        keyOf={reviewKey}
        picked={found ? key : null}
        onPick={(next) => {
          setDone(null)
          pick(next)
        }}
        empty={others ?? empty[tab]}
        tools={
          <>
            <Tabs
              label="审批"
              tabs={tabs.map((value) => ({
                value,
                label: tabNames[value],
                ...(value === 'own' && { count: parts.own.length }),
                ...(value === 'waiting' && { count: countText(waitingCount(reviews, desk.me.id)) }),
              }))}
              value={tab}
              onChange={(next) => setTab(next === 'waiting' ? null : next)}
            />
            {done ? <ResultLine tone="done">{done}</ResultLine> : gone}
            <NotRead reviews={reviews} />
          </>
        }
        isPart={tab === 'decided' ? reviews.hasOlder : reviews.more}
        foot={
          tab === 'decided' ? (
            <Older desk={desk} />
          ) : (
            <>
              {reviews.more && <Text>后面还有，处理完这些再看。</Text>}
              {others && rows.length > 0 && <Text>{others}</Text>}
            </>
          )
        }
        detailTitle={found?.title}
        detail={
          found && (
            <ReviewDetail
              key={key}
              review={decisions?.get(found.kind) ?? null}
              {...loading}
              desk={desk}
              id={found.id}
              now={now}
              onDone={decided}
              onDirty={onDirty}
              onNext={stepper(rows, key, 1, pick)}
              onBefore={stepper(rows, key, -1, pick)}
            />
          )
        }
      />
      {sheet}
    </>
  )
}

/** What was decided before, of every domain. */
function Older({ desk }: { desk: Desk }) {
  return (
    <>
      {reviewSources.map(
        ({ powers, older }) =>
          older && opensFor(powers, desk.powers) && <older.Link key={older.kind} desk={desk} />,
      )}
    </>
  )
}

function partsOf(items: readonly ReviewItem[], me: string): Record<Tab, ReviewItem[]> {
  return {
    waiting: waitingItems({ items: [...items] }, me),
    own: items.filter((item) => item.isWaiting && isOwnItem(item, me)),
    decided: items.filter(({ isWaiting }) => !isWaiting),
  }
}

/** The one after it, else the one before. */
function nextOf(rows: readonly ReviewItem[], key: string | null): ReviewItem | undefined {
  const at = rows.findIndex((item) => reviewKey(item) === key)
  return rows[at + 1] ?? rows[at - 1]
}

/** Null at the end of the list. */
function stepper(
  rows: readonly ReviewItem[],
  key: string | null,
  by: 1 | -1,
  pick: (key: string) => void,
): (() => void) | null {
  const at = rows.findIndex((item) => reviewKey(item) === key)
  const next = at < 0 ? undefined : rows[at + by]
  return next ? () => pick(reviewKey(next)) : null
}

/** Links of before 0.5 name a proposal by its id alone. */
function useOldLink(key: string | null, show: (key: string) => void): void {
  const { id } = useRouter().params
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the link that opened the page
  useEffect(() => {
    if (id && key === null) show(`proposal:${id}`)
  }, [])
}

function columnsAt(
  now: number,
  whoOf: (id: string) => string,
  pictures: ReturnType<typeof useThumbnails>,
): Column<ReviewItem>[] {
  return [
    {
      head: '事项',
      cell: ({ id, title }) => (
        <View className={css.titled}>
          <Thumbnail media={pictures.get(id)} />
          <Text>{title}</Text>
        </View>
      ),
      sort: ({ title }) => title,
    },
    { head: '状态', cell: ({ sign }) => <Badge tone={sign.tone}>{sign.word}</Badge> },
    { head: '提出人', cell: ({ by }) => <Text>{by === null ? '市民' : whoOf(by)}</Text>, aside: true },
    {
      head: '提出时间',
      cell: ({ since }) => <Text>{momentText(since, now)}</Text>,
      sort: ({ since }) => since,
    },
    {
      head: '截止时间',
      cell: ({ due, isWaiting }) => (
        <Text>{isWaiting && typeof due === 'number' ? momentText(due, now) : '—'}</Text>
      ),
      sort: dueOrder,
      aside: true,
    },
  ]
}
