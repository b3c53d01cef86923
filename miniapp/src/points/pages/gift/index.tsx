import type { Gift } from '@contract/points'
import { Text, View } from '@tarojs/components'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { CityNotice } from '@/shared/city/components/city-notice'
import { Badge } from '@/shared/components/badge'
import { Card } from '@/shared/components/card'
import { FailureView } from '@/shared/components/failure-view'
import { Heading } from '@/shared/components/heading'
import { Points } from '@/shared/components/points'
import { Screen } from '@/shared/components/screen'
import { Wrap } from '@/shared/components/stack'
import { Waiting } from '@/shared/components/state'
import { UnderAgeLine } from '@/shared/components/under-age-line'
import type { Remote } from '@/shared/query/remote'
import { useMe } from '@/shared/session/session'
import { address, useElder } from '@/shared/storage/settings'
import { useNow } from '@/shared/time/clock'
import { GiftPicture } from '../../components/gift-picture'
import { giftSign } from '../../gift-view'
import { giftUrl } from '../../go'
import { useAccount, useGift } from '../../stores'
import { isOffered, offeredSign } from '../../waiting-view'
import { categoryNames, measureNames } from '../../words'
import css from './gift.module.scss'
import { LeaveSheet, OfferBar } from './offer-bar'
import { isUnanswered, OrderSheet } from './order-sheet'
import { Outlets } from './outlets'
import { useOutlets } from './use-outlets'

/** One gift: what it is, what is left, where it is picked up, and the swap. */
export default function GiftPage() {
  const { id = '' } = useRouter().params
  const asked = useGift(id)
  const { value: gift, failure, retry } = asked
  useShareAppMessage(() => ({ title: gift ? `积分兑换：${gift.name}` : '积分兑换礼品', path: giftUrl(id) }))
  if (gift) return <Ready gift={gift} asked={asked} />
  return (
    <Screen title="礼品">
      {failure ? (
        <FailureView failure={failure} onRetry={retry} />
      ) : (
        <Waiting rows={4} text="正在取这件礼品" />
      )}
    </Screen>
  )
}

function Ready({ gift, asked }: { gift: Gift; asked: Pick<Remote<Gift>, 'readAt' | 'failure'> }) {
  const outlets = useOutlets(gift)
  const elder = useElder()
  const person = useMe()?.id ?? null
  // An order without an answer is resolved before anything else.
  const [over, setOver] = useState<'order' | 'leave' | null>(() =>
    isUnanswered(person, gift.id) ? 'order' : null,
  )
  const { chosen } = outlets
  const close = () => setOver(null)
  return (
    <Screen
      title="礼品"
      notice={<CityNotice of={asked} />}
      lottery
      actions={
        <OfferBar
          gift={gift}
          outletChosen={chosen !== null}
          onOrder={() => setOver('order')}
          onLeave={() => setOver('leave')}
        />
      }
      over={
        <>
          {over === 'order' && <OrderSheet gift={gift} outlet={chosen} onClose={close} />}
          {over === 'leave' && <LeaveSheet gift={gift} onClose={close} />}
        </>
      }
    >
      <View className={css.page}>
        <GiftPicture gift={gift} part={1} label={gift.name} className={css.picture} />
        <Head gift={gift} />
        <UnderAgeLine />
        {gift.state === 'sold-out' && (
          <Card title="怎么排队">
            <Text className={css.about}>
              {address(
                elder,
                '排队后有货时按先后为你保留两天，轮到你时，首页和“积分”页会显示。排队不扣积分。',
              )}
            </Text>
          </Card>
        )}
        <Card title="这是什么">
          <Text className={css.about}>{gift.about}</Text>
        </Card>
        <Outlets gift={gift} outlets={outlets} />
      </View>
    </Screen>
  )
}

function Head({ gift }: { gift: Gift }) {
  const now = useNow()
  const elder = useElder()
  const waiting = useAccount().value?.waiting?.find((one) => one.gift.id === gift.id)
  const sign = waiting && isOffered(waiting, now) ? offeredSign : giftSign(gift, now)
  const { perPerson } = gift
  return (
    <View className={css.head}>
      <Heading level={2} size="page">
        {gift.name}
      </Heading>
      <Points value={gift.price} size="xl" unit="积分" />
      <Wrap>
        <Badge tone={sign.tone} icon={sign.icon ?? undefined}>
          {address(elder, sign.word)}
        </Badge>
        <Badge>{categoryNames[gift.category]}</Badge>
        {perPerson !== null && <Badge>{`每人最多 ${perPerson} ${measureNames[gift.category]}`}</Badge>}
      </Wrap>
    </View>
  )
}
