import type { StaffGift } from '@contract/points'
import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import css from '@/desk/components/desk.module.scss'
import { ListedView, useListed } from '@/desk/components/listed'
import type { Desk } from '@/desk/desk'
import { DeskPage, useEscape } from '@/desk/frame/desk-page'
import { type Column, Table } from '@/desk/list'
import { giftList, putInto } from '@/desk/stores'
import { Badge } from '@/shared/components/badge'
import { Button } from '@/shared/components/button'
import { ConfirmSheet } from '@/shared/components/confirm-sheet'
import { Field } from '@/shared/components/field'
import { pointsText } from '@/shared/components/points'
import { openPage } from '@/shared/navigation'
import { useNow } from '@/shared/time/clock'
import { useWindowSize } from '@/shared/window-size'
import { leftOf, statusOf, toFetchOf, waitingText } from '../gift/draft'
import { GiftEditor } from '../gift/editor'

/** All gifts of the city with their stock; on a desktop the picked one is edited beside them. */
export default function GiftsPage() {
  return <DeskPage page="gifts">{(desk) => <Gifts key={desk.name} desk={desk} />}</DeskPage>
}

/** From which width on a table and what was picked of it stand side by side (Table). */
const desktop = 1024
const fresh = 'new'

function Gifts({ desk }: { desk: Desk }) {
  const listed = useListed(giftList, desk.name)
  const now = useNow()
  const isWide = useWindowSize().width >= desktop
  const [q, setQ] = useState('')
  const { picked, leaving, pick, show, leave, stay, onDirty } = usePicked(isWide)
  useEscape(picked === null ? null : () => pick(null))
  return (
    <>
      <ListedView listed={listed}>
        {({ gifts }) => (
          <Table
            label="礼品"
            columns={columnsAt(now)}
            rows={gifts.filter(({ name }) => name.includes(q.trim()))}
            keyOf={({ id }) => id}
            picked={picked}
            onPick={pick}
            empty={
              q.trim() === '' ? '还没有礼品。按“新建礼品”加第一件。' : `没有名称里有“${q.trim()}”的礼品。`
            }
            tools={
              <>
                <View className={css.grow}>
                  <Field label="找名称" value={q} onChange={setQ} />
                </View>
                <Button tone="primary" icon="plus" onTap={() => pick(fresh)}>
                  新建礼品
                </Button>
              </>
            }
            detailTitle={gifts.find(({ id }) => id === picked)?.name ?? '新建礼品'}
            detail={
              isWide &&
              picked && (
                <GiftEditor
                  key={picked}
                  desk={desk}
                  gift={gifts.find(({ id }) => id === picked) ?? null}
                  onDirty={onDirty}
                  onSaved={(next) => {
                    giftList.put(desk.name, { gifts: putInto(gifts, next) })
                    if (picked === fresh) show(next.id)
                  }}
                />
              )
            }
          />
        )}
      </ListedView>
      {leaving && (
        <ConfirmSheet
          title="有没保存的修改"
          text="离开的话，刚才写的就没有了。礼品还是原来的样子。"
          confirm="不要了，离开"
          cancel="接着写"
          onConfirm={leave}
          onClose={stay}
        />
      )}
    </>
  )
}

/** Which gift is open. What was written and not saved is not left without asking. */
function usePicked(isWide: boolean) {
  const [picked, setPicked] = useState<string | null>(null)
  const [next, setNext] = useState<{ key: string | null } | null>(null)
  const isDirty = useRef(false)
  const onDirty = useRef((dirty: boolean) => {
    isDirty.current = dirty
  }).current
  function go(key: string | null): void {
    isDirty.current = false
    setNext(null)
    setPicked(key)
  }
  return {
    picked,
    leaving: next !== null,
    onDirty,
    /** Without asking: what was open has just been saved. */
    show: go,
    pick(key: string | null) {
      if (!isWide && key !== null) openPage(`/points/desk/gift/index${key === fresh ? '' : `?id=${key}`}`)
      else if (isDirty.current && key !== picked) setNext({ key })
      else go(key)
    },
    leave: () => go(next?.key ?? null),
    stay: () => setNext(null),
  }
}

function columnsAt(now: number): Column<StaffGift>[] {
  return [
    { head: '名称', grow: 3, cell: ({ name }) => <Text>{name}</Text> },
    {
      head: '状态',
      cell: (gift) => {
        const { word, tone } = statusOf(gift, now)
        return <Badge tone={tone}>{word}</Badge>
      },
    },
    { head: '积分', end: true, cell: ({ price }) => <Text>{pointsText(price)}</Text> },
    {
      head: '还能兑换',
      end: true,
      cell: (gift) => (
        <Text>
          {pointsText(leftOf(gift))} / {pointsText(gift.total)}
        </Text>
      ),
    },
    {
      head: '待领取',
      end: true,
      cell: (gift) => <Text>{pointsText(toFetchOf(gift))}</Text>,
    },
    { head: '排队', end: true, cell: (gift) => <Text>{waitingText(gift)}</Text> },
  ]
}
