import type { StaffGift } from '@contract/points'
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import css from '@/desk/components/desk.module.scss'
import { ListedView, useListed } from '@/desk/components/listed'
import { Tabs } from '@/desk/components/tabs'
import type { Desk } from '@/desk/desk'
import { DeskPage } from '@/desk/frame/desk-page'
import { type Column, List } from '@/desk/list'
import { changeListed, putInto } from '@/desk/named'
import { useAddressed } from '@/desk/use-addressed'
import { hasRow, usePicked } from '@/desk/use-picked'
import { Badge } from '@/shared/components/badge'
import { Button } from '@/shared/components/button'
import { Field } from '@/shared/components/field'
import { pointsText } from '@/shared/components/points'
import { ResultLine } from '@/shared/components/result-line'
import { openPage } from '@/shared/navigation/navigation'
import { useNow } from '@/shared/time/clock'
import { ExportGifts } from '../exports'
import { leftOf, statusOf, toFetchOf, waitingText } from '../gift/draft'
import { GiftEditor } from '../gift/editor'
import { giftList } from '../stores'

/** All gifts of the city with their stock; on a desktop the picked one is edited beside them. */
export default function GiftsPage() {
  return <DeskPage path="desk/pages/points/gifts">{(desk) => <Gifts key={desk.name} desk={desk} />}</DeskPage>
}

const fresh = 'new'
const tabs = ['all', 'open', 'out', 'off'] as const
type Tab = (typeof tabs)[number]
const tabNames: Record<Tab, string> = { all: '全部', open: '兑换中', out: '已兑完', off: '未上架' }

function isIn(tab: Tab, gift: StaffGift, now: number): boolean {
  const { tone } = statusOf(gift, now)
  if (tab === 'all') return true
  return tone === (tab === 'open' ? 'open' : tab === 'out' ? 'doubt' : 'closed')
}

function Gifts({ desk }: { desk: Desk }) {
  const listed = useListed(giftList, desk.name)
  const now = useNow()
  const [done, setDone] = useState<string | null>(null)
  const [q, setQ] = useState('')
  const [written, setTab] = useAddressed('tab')
  const tab = tabs.find((one) => one === written) ?? 'all'
  const has = hasRow(listed.value?.gifts, fresh)
  const { key, isWide, pick, show, onDirty, sheet, gone } = usePicked(has)
  const open = (next: string | null) => {
    setDone(null)
    // A phone edits on a page of its own.
    if (!isWide && next !== null)
      openPage(`/desk/pages/points/gift/index${next === fresh ? '' : `?id=${next}`}`)
    else pick(next)
  }
  const toOpen = !isWide && key !== null && has(key) ? key : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each that a link or a wider window left here
  useEffect(() => {
    if (toOpen === null) return
    show(null)
    open(toOpen)
  }, [toOpen])
  return (
    <>
      <ListedView listed={listed}>
        {({ gifts }) => {
          const gift = gifts.find(({ id }) => id === key) ?? null
          const isOpen = isWide && (gift !== null || key === fresh)
          return (
            <List
              label="礼品"
              columns={columnsAt(now)}
              rows={gifts.filter((one) => isIn(tab, one, now) && one.name.includes(q.trim()))}
              keyOf={({ id }) => id}
              picked={isOpen ? key : null}
              onPick={open}
              empty={emptyText(gifts.length, q)}
              tools={
                <>
                  <Tabs
                    label="礼品的状态"
                    tabs={tabs.map((value) => ({
                      value,
                      label: tabNames[value],
                      count: gifts.filter((one) => isIn(value, one, now)).length,
                    }))}
                    value={tab}
                    onChange={(next) => setTab(next === 'all' ? null : next)}
                  />
                  <View className={css.grow}>
                    <Field label="找名称" value={q} onChange={setQ} />
                  </View>
                  <Button tone="primary" icon="plus" onTap={() => open(fresh)}>
                    新建礼品
                  </Button>
                  <ExportGifts desk={desk} now={now} />
                  {done ? <ResultLine tone="done">{done}</ResultLine> : gone}
                </>
              }
              detailTitle={gift?.name ?? '新建礼品'}
              detail={
                isOpen && (
                  <GiftEditor
                    key={key}
                    desk={desk}
                    gift={gift}
                    onDirty={onDirty}
                    onSaved={(next) => {
                      changeListed(giftList, desk.name, (now) => ({ gifts: putInto(now.gifts, next) }))
                      if (key !== fresh) return
                      setDone('已保存。还没有上架，市民看不到。')
                      show(next.id)
                    }}
                  />
                )
              }
            />
          )
        }}
      </ListedView>
      {sheet}
    </>
  )
}

function emptyText(all: number, q: string): string {
  if (all === 0) return '还没有礼品。按“新建礼品”加第一件。'
  return q.trim() === '' ? '没有这样的礼品。看看“全部”。' : `没有名称里有“${q.trim()}”的礼品。`
}

function columnsAt(now: number): Column<StaffGift>[] {
  return [
    { head: '名称', cell: ({ name }) => <Text>{name}</Text>, sort: ({ name }) => name },
    {
      head: '状态',
      cell: (gift) => {
        const { word, tone } = statusOf(gift, now)
        return <Badge tone={tone}>{word}</Badge>
      },
      sort: (gift) => statusOf(gift, now).word,
    },
    {
      head: '积分',
      end: true,
      cell: ({ price }) => <Text>{pointsText(price)}</Text>,
      sort: ({ price }) => price,
    },
    {
      head: '还能兑换',
      end: true,
      cell: (gift) => (
        <Text>
          {pointsText(leftOf(gift))} / {pointsText(gift.total)}
        </Text>
      ),
      sort: leftOf,
    },
    {
      head: '待领取',
      end: true,
      cell: (gift) => <Text>{pointsText(toFetchOf(gift))}</Text>,
      sort: toFetchOf,
      aside: true,
    },
    {
      head: '排队',
      end: true,
      cell: (gift) => <Text>{waitingText(gift)}</Text>,
      sort: ({ waiting }) => waiting,
      aside: true,
    },
  ]
}
