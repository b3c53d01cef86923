import type { StaffGift } from '@contract/points'
import { View } from '@tarojs/components'
import { useState } from 'react'
import css from '@/desk/components/desk.module.scss'
import { ListedView, useListed } from '@/desk/components/listed'
import type { Desk } from '@/desk/desk'
import { useUnsaved } from '@/desk/edit/unsaved'
import { DeskPage } from '@/desk/frame/desk-page'
import { changeListed, putInto } from '@/desk/named'
import { useAddressed } from '@/desk/use-addressed'
import { StateView } from '@/shared/components/state'
import { replacePage } from '@/shared/navigation/navigation'
import { giftList } from '../stores'
import { GiftEditor } from './editor'

/** One gift on a page of its own, as phones show it; without an id a new one. */
export default function GiftPage() {
  const [id, setId] = useAddressed('id')
  const [saved, setSaved] = useState<StaffGift | null>(null)
  const title = saved?.name ?? (id ? '礼品' : '新建礼品')
  return (
    <DeskPage path="desk/pages/points/gifts" isUnder title={title}>
      {(desk) => (
        <Gift
          desk={desk}
          id={id}
          onSaved={(gift) => {
            setSaved(gift)
            setId(gift.id)
          }}
        />
      )}
    </DeskPage>
  )
}

type Props = { desk: Desk; id: string | null; onSaved: (gift: StaffGift) => void }

function Gift({ desk, id, onSaved }: Props) {
  const listed = useListed(giftList, desk.name)
  const { onDirty, sheet } = useUnsaved()
  return (
    <>
      <ListedView listed={listed}>
        {({ gifts }) => {
          const gift = gifts.find((one) => one.id === id) ?? null
          if (id !== null && gift === null) return <NoGift />
          return (
            <View className={css.page}>
              <GiftEditor
                key={desk.name}
                desk={desk}
                gift={gift}
                onDirty={onDirty}
                onSaved={(next) => {
                  changeListed(giftList, desk.name, (now) => ({ gifts: putInto(now.gifts, next) }))
                  onSaved(next)
                }}
              />
            </View>
          )
        }}
      </ListedView>
      {sheet}
    </>
  )
}

function NoGift() {
  return (
    <StateView
      scene="error"
      title="没有找到这件礼品"
      text="它可能在另一座城市。回到列表看看。"
      action={{ label: '看礼品列表', onTap: () => replacePage('/desk/pages/points/gifts/index') }}
    />
  )
}
