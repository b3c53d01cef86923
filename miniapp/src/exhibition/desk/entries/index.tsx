import { galleryKinds } from '@contract/exhibition'
import { type EntrySummary, entryStates } from '@functions/exhibition/contract/entries'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import css from '@/desk/components/desk.module.scss'
import { ListedView, useListed } from '@/desk/components/listed'
import { More } from '@/desk/components/more'
import { Tabs } from '@/desk/components/tabs'
import type { Desk } from '@/desk/desk'
import { DeskPage } from '@/desk/frame/desk-page'
import { type Column, List } from '@/desk/list'
import { changeListed } from '@/desk/named'
import { usePersons } from '@/desk/persons/use-persons'
import { useAddressed } from '@/desk/use-addressed'
import { Badge } from '@/shared/components/badge'
import { Field } from '@/shared/components/field'
import { pointsText } from '@/shared/components/points'
import { Select } from '@/shared/components/select'
import { Hint } from '@/shared/components/text'
import { openPage } from '@/shared/navigation/navigation'
import { useNow } from '@/shared/time/clock'
import { momentText } from '@/shared/time/moments'
import { joinedEntries, nextEntries } from '../api'
import { entryUrl } from '../go'
import { Order } from '../order'
import { entryList } from '../stores'
import { entryKindName, entrySign, entryStateNames, galleryName, galleryNames, liveText } from '../view'
import { EntryTools } from './tools'

/** Everything of the city's hall that staff write, by where it stands. */
export default function EntriesPage() {
  return (
    <DeskPage path="desk/pages/exhibition/entries">
      {(desk) => <Entries key={desk.name} desk={desk} />}
    </DeskPage>
  )
}

const tabs = ['all', ...entryStates] as const
type Tab = (typeof tabs)[number]
const tabNames: Record<Tab, string> = { all: '全部', ...entryStateNames }
const allGalleries = 'all'

const isIn = (tab: Tab, { state }: EntrySummary): boolean => tab === 'all' || state === tab

function Entries({ desk }: { desk: Desk }) {
  const listed = useListed(entryList, desk.name)
  const now = useNow()
  const [q, setQ] = useState('')
  const [written, setTab] = useAddressed('tab')
  const [gallery, setGallery] = useAddressed('gallery')
  const tab = tabs.find((one) => one === written) ?? 'all'
  const [isOrdering, setOrdering] = useState(false)
  const { whoOf } = usePersons(desk, listed.value?.entries.map(({ savedBy }) => savedBy) ?? [])
  return (
    <ListedView listed={listed}>
      {({ entries, more, cursors }) => {
        const ofGallery = entries.filter((one) => gallery === null || one.gallery === gallery)
        const shown = ofGallery.filter((one) => isIn(tab, one) && one.title.includes(q.trim()))
        const ordered = inOrder(entries, gallery)
        if (isOrdering && Order)
          return (
            <Order
              desk={desk}
              title={gallery === null ? '展厅的先后' : `“${galleryName(gallery)}”里展品的先后`}
              entries={ordered}
              onClose={() => setOrdering(false)}
            />
          )
        return (
          <List
            label="展馆内容"
            columns={columnsAt(now, whoOf)}
            rows={[...shown].sort(byPlace)}
            keyOf={({ id }) => id}
            onPick={(id) => id !== null && openPage(entryUrl(id))}
            empty={emptyText(entries.length, q, more)}
            isPart={more}
            tools={
              <>
                <Tabs
                  label="内容的状态"
                  tabs={tabs.map((value) => ({
                    value,
                    label: tabNames[value],
                    count: `${ofGallery.filter((one) => isIn(value, one)).length}${more ? '+' : ''}`,
                  }))}
                  value={tab}
                  onChange={(next) => setTab(next === 'all' ? null : next)}
                />
                <View className={css.wide}>
                  <Field label="找标题" value={q} onChange={setQ} />
                </View>
                <View className={css.grow}>
                  <Select
                    label="展厅"
                    options={[
                      { value: allGalleries, label: '全部展厅' },
                      ...galleryKinds.map((value) => ({ value, label: galleryNames[value] })),
                    ]}
                    value={galleryKinds.find((one) => one === gallery) ?? allGalleries}
                    onChange={(next) => setGallery(next === allGalleries ? null : next)}
                  />
                </View>
                <EntryTools
                  hasAllGalleries={hasAllGalleries(entries)}
                  order={Order && ordered.length > 1 && !more ? (gallery === null ? '展厅' : '展品') : null}
                  onOrder={() => setOrdering(true)}
                />
              </>
            }
            foot={
              more && (
                <>
                  <Hint>{`已列出 ${pointsText(entries.length)} 条，后面还有。`}</Hint>
                  <More
                    cursor="more"
                    text="再看后面的"
                    load={() => nextEntries(desk.region, cursors)}
                    onLoaded={(next) => changeListed(entryList, desk.name, (now) => joinedEntries(now, next))}
                  />
                </>
              )
            }
          />
        )
      }}
    </ListedView>
  )
}

/** Galleries, or the exhibits of one, as one walks through them. */
const inOrder = (entries: readonly EntrySummary[], gallery: string | null): EntrySummary[] =>
  entries
    .filter((one) =>
      gallery === null ? one.kind === 'gallery' : one.kind === 'exhibit' && one.gallery === gallery,
    )
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))

/** A city has one of each. */
const hasAllGalleries = (entries: readonly EntrySummary[]): boolean =>
  galleryKinds.every((kind) => entries.some((one) => one.kind === 'gallery' && one.gallery === kind))

/** As one walks: gallery by gallery, the gallery's own text first. */
function byPlace(a: EntrySummary, b: EntrySummary): number {
  const galleries = galleryIndex(a) - galleryIndex(b)
  const kinds = Number(a.kind !== 'gallery') - Number(b.kind !== 'gallery')
  return galleries || kinds || a.position - b.position || (a.id < b.id ? -1 : 1)
}

function galleryIndex({ gallery }: EntrySummary): number {
  const at = galleryKinds.findIndex((kind) => kind === gallery)
  return at < 0 ? galleryKinds.length : at
}

function emptyText(all: number, q: string, more: boolean): string {
  if (all === 0) return '还没有展馆内容。按“新建展品”写第一件。'
  const further = more ? '后面还有没列出的，按“再看后面的”接着找。' : ''
  return q.trim() === ''
    ? `没有这样的内容。${further || '看看“全部”。'}`
    : `没有标题里有“${q.trim()}”的内容。${further}`
}

function columnsAt(now: number, whoOf: (id: string) => string): Column<EntrySummary>[] {
  return [
    { head: '标题', cell: ({ title }) => <Text>{title}</Text>, sort: ({ title }) => title },
    {
      head: '状态',
      cell: (entry) => {
        const { word, tone } = entrySign(entry)
        return <Badge tone={tone}>{word}</Badge>
      },
      sort: (entry) => entrySign(entry).word,
    },
    { head: '类别', cell: (entry) => <Text>{entryKindName(entry)}</Text>, sort: entryKindName },
    {
      head: '展厅',
      cell: ({ gallery }) => <Text>{galleryName(gallery)}</Text>,
      sort: ({ gallery }) => galleryName(gallery),
    },
    { head: '现在公开', cell: (entry) => <Text>{liveText(entry, now)}</Text> },
    {
      head: '最近保存',
      cell: ({ savedBy, savedAt }) => (
        <Text>{`${whoOf(savedBy)}，${momentText(Date.parse(savedAt), now)}`}</Text>
      ),
      sort: ({ savedAt }) => savedAt,
    },
  ]
}
