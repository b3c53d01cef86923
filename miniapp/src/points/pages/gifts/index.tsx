import { type Account, type Gift, type GiftCategory, giftCategories } from '@contract/points'
import { ScrollView, Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCity } from '@/shared/city'
import { CityNotice } from '@/shared/city/components/city-notice'
import { CityStart } from '@/shared/city/components/city-start'
import { usePlaceName } from '@/shared/city/use-place-name'
import { Button } from '@/shared/components/button'
import { Chip } from '@/shared/components/chip'
import { FailureView } from '@/shared/components/failure-view'
import { Points } from '@/shared/components/points'
import { Screen } from '@/shared/components/screen'
import { hasFoot } from '@/shared/components/screen/has-foot'
import { StateView, Waiting } from '@/shared/components/state'
import { UnderAgeLine } from '@/shared/components/under-age-line'
import { useNow } from '@/shared/time/clock'
import { categoriesOf, filterGifts, type GiftFilter, noGiftFilter } from '../../gift-view'
import { useAccount, useGifts } from '../../stores'
import { offeredGifts } from '../../waiting-view'
import { categoryNames } from '../../words'
import { GiftCell } from './gift-cell'
import css from './gifts.module.scss'

/** Everything there is to swap points for in this city. */
export default function GiftsPage() {
  const { outlet = null } = useRouter().params
  const listed = useGifts()
  const { value: gifts, failure, retry } = listed
  const account = useAccount().value
  const { status } = useCity()
  const isUnchosen = status === 'unchosen'
  return (
    <Screen
      title="兑换礼品"
      notice={<CityNotice of={listed} />}
      lottery={isUnchosen || status === 'failed' || hasFoot(listed)}
    >
      <View className={css.page}>
        <UnderAgeLine />
        {gifts && <List gifts={gifts} account={account} outlet={outlet} />}
        {!gifts && !failure && (isUnchosen ? <CityStart padded /> : <Waiting rows={4} text="正在取礼品" />)}
        {!gifts && failure && <FailureView failure={failure} onRetry={retry} />}
      </View>
    </Screen>
  )
}

function List({ gifts, account, outlet }: { gifts: Gift[]; account: Account | null; outlet: string | null }) {
  const balance = account?.balance ?? null
  const now = useNow()
  const nameOf = usePlaceName()
  const [wish, setWish] = useState<GiftFilter>({ ...noGiftFilter, outlet })
  const offered = new Set(offeredGifts(account?.waiting, now).map(({ gift }) => gift.id))
  const shown = filterGifts(gifts, wish, balance, offered)
  const there = wish.outlet && (nameOf(wish.outlet) ?? '这个网点')
  return (
    <>
      {balance !== null && (
        <View className={css.balance}>
          <Text>可用积分</Text>
          <Points value={balance} size="l" />
        </View>
      )}
      <Wishes gifts={gifts} wish={wish} onWish={setWish} canAfford={balance !== null} />
      {there && (
        <View className={css.there}>
          <Text className={css.thereText}>只看能在{there}领的</Text>
          <Button tone="quiet" onTap={() => setWish({ ...wish, outlet: null })}>
            看全部
          </Button>
        </View>
      )}
      <View className={css.grid} role="list" aria-label="礼品">
        {shown.map((gift) => (
          <GiftCell key={gift.id} gift={gift} now={now} balance={balance} isOffered={offered.has(gift.id)} />
        ))}
      </View>
      {shown.length === 0 && <Nothing isEmpty={gifts.length === 0} onAll={() => setWish(noGiftFilter)} />}
    </>
  )
}

/** Chips that can be pressed together. */
function Wishes({
  gifts,
  wish,
  onWish,
  canAfford,
}: {
  gifts: Gift[]
  wish: GiftFilter
  onWish: (wish: GiftFilter) => void
  canAfford: boolean
}) {
  const { categories, affordable } = wish
  const toggle = (one: GiftCategory) =>
    onWish({
      ...wish,
      categories: categories.includes(one)
        ? categories.filter((other) => other !== one)
        : [...categories, one],
    })
  return (
    <ScrollView className={css.wishes} scrollX enableFlex showScrollbar={false}>
      <View className={css.chips} role="group" aria-label="筛选">
        {canAfford && (
          <Chip on={affordable} onTap={() => onWish({ ...wish, affordable: !affordable })}>
            我能兑换的
          </Chip>
        )}
        {categoriesOf(gifts, giftCategories).map((one) => (
          <Chip key={one} on={categories.includes(one)} onTap={() => toggle(one)}>
            {categoryNames[one]}
          </Chip>
        ))}
      </View>
    </ScrollView>
  )
}

function Nothing({ isEmpty, onAll }: { isEmpty: boolean; onAll: () => void }) {
  return isEmpty ? (
    <StateView scene="empty" title="这座城市还没有礼品" text="积分先攒着，有了礼品会出现在这里。" />
  ) : (
    <StateView
      scene="empty"
      title="没有符合的礼品"
      text="少选一项条件看看。"
      action={{ label: '看全部礼品', onTap: onAll }}
    />
  )
}
