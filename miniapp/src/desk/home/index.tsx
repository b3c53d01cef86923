import { Text, View } from '@tarojs/components'
import { FailureView } from '@/shared/components/failure-view'
import { Heading } from '@/shared/components/heading'
import { Icon } from '@/shared/components/icon'
import { Waiting } from '@/shared/components/state'
import { Tap } from '@/shared/components/tap'
import { Hint } from '@/shared/components/text'
import { messageOf } from '@/shared/messages'
import { openPage } from '@/shared/navigation/navigation'
import { useNow } from '@/shared/time/clock'
import { momentText } from '@/shared/time/moments'
import type { Desk } from '../desk'
import { DeskPage } from '../frame/desk-page'
import { type Column, List } from '../list'
import { NotRead } from '../not-read'
import { usePersons } from '../persons/use-persons'
import type { DeskEntry, Figure, ReviewItem } from '../registration'
import { navigationFor } from '../registry'
import { type At, useSources } from '../source'
import { dueOrder, othersText } from '../tasks'
import { reviewKey, reviewUrl, useReviews, waitingItems, whyEmpty } from '../waiting'
import css from './home.module.scss'

/** What waits, and the number of this moment of every page that one's powers open. */
export default function HomePage() {
  return (
    <DeskPage path="desk/home">
      {(desk) => (
        <View key={desk.name}>
          <Waits desk={desk} />
          <Figures desk={desk} />
        </View>
      )}
    </DeskPage>
  )
}

/** Oldest first. */
function Waits({ desk }: { desk: Desk }) {
  const reviews = useReviews(desk)
  const items = waitingItems(reviews, desk.me.id)
  const now = useNow()
  const { whoOf } = usePersons(
    desk,
    items.map(({ by }) => by),
  )
  const heading = (
    <Heading level={2} className={css.part}>
      待我处理
    </Heading>
  )
  const others = othersText(reviews.others)
  const why = items.length === 0 ? whyEmpty(reviews) : null
  if (why) {
    return (
      <View className={css.page}>
        {heading}
        {why === 'asking' ? <Waiting rows={3} /> : <FailureView failure={why} onRetry={reviews.retry} />}
      </View>
    )
  }
  return (
    <List
      label="待我处理"
      columns={columnsAt(now, whoOf)}
      rows={items}
      isPart={reviews.more}
      keyOf={reviewKey}
      onPick={(key) => {
        const item = items.find((one) => reviewKey(one) === key)
        if (item) openPage(reviewUrl(item))
      }}
      empty={
        others ?? '现在没有等你处理的。市民的报告，同事提出的调整、复核、展馆内容和图片，会按先后出现在这里。'
      }
      tools={
        <>
          {heading}
          <NotRead reviews={reviews} />
        </>
      }
      foot={
        <>
          {reviews.more && <Hint>后面还有，处理完这些再看。</Hint>}
          {others && items.length > 0 && <Hint>{others}</Hint>}
        </>
      }
    />
  )
}

function columnsAt(now: number, whoOf: (id: string) => string): Column<ReviewItem>[] {
  return [
    { head: '事项', cell: ({ title }) => <Text>{title}</Text>, sort: ({ title }) => title },
    { head: '提出人', cell: ({ by }) => <Text>{by === null ? '市民' : whoOf(by)}</Text> },
    {
      head: '提出时间',
      cell: ({ since }) => <Text>{momentText(since, now)}</Text>,
      sort: ({ since }) => since,
    },
    {
      head: '截止时间',
      cell: ({ due }) => <Text>{dueText(due, now)}</Text>,
      sort: dueOrder,
    },
  ]
}

function dueText(due: ReviewItem['due'], now: number): string {
  if (due === 'unknown') return '—'
  return due === null ? '没有期限' : momentText(due, now)
}

function Figures({ desk }: { desk: Desk }) {
  const at = { desk, now: useNow() }
  const pages = navigationFor(desk.powers)
    .flatMap((group) => group.pages)
    .filter(({ figure }) => figure)
  useSources(
    pages.flatMap(({ figure }) => (figure ? [figure] : [])),
    at,
  )
  return (
    <View className={css.page}>
      <Heading level={2} className={css.part}>
        数据概览
      </Heading>
      <View className={css.pageLinks}>
        {pages.map((page) => (
          <Tap
            key={page.path}
            className={css.pageLink}
            role="link"
            onTap={() => openPage(`/${page.path}/index`)}
          >
            <View className={css.head}>
              <Icon name={page.icon} />
              <Text className={css.title}>{page.title}</Text>
              <Icon name="next" size="s" className={css.arrow} />
            </View>
            <Count page={page} at={at} />
          </Tap>
        ))}
      </View>
    </View>
  )
}

function Count({ page, at }: { page: DeskEntry; at: At }) {
  const read = page.figure?.read(at)
  if (!read?.value) {
    return <Hint>{read?.failure ? messageOf(read.failure).title : '正在数'}</Hint>
  }
  return <FigureText figure={read.value} />
}

function FigureText({ figure: { before, number, text, alert, marked } }: { figure: Figure }) {
  const [start, end] = marked ? text.split(marked) : [text]
  return (
    <View className={css.tally}>
      {before && <Hint>{before}</Hint>}
      <Text className={`${css.number} ${alert ? css.alert : ''}`}>{number}</Text>
      <Hint>
        {start}
        {marked && <Text className={css.alert}>{marked}</Text>}
        {end}
      </Hint>
    </View>
  )
}
