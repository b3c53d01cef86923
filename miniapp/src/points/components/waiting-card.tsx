import type { WaitingGift } from '@contract/points'
import { View } from '@tarojs/components'
import { Badge } from '@/shared/components/badge'
import { Card } from '@/shared/components/card'
import { Icon } from '@/shared/components/icon'
import { Picture } from '@/shared/components/picture'
import { pointsText } from '@/shared/components/points'
import { Stack } from '@/shared/components/stack'
import { Tap } from '@/shared/components/tap'
import { Hint, Name } from '@/shared/components/text'
import { address, useElder } from '@/shared/storage/settings'
import { useNow } from '@/shared/time/clock'
import { offeredUntilText } from '../gift-view'
import { goGift } from '../go'
import { giftIcons } from '../icons'
import { useAccount } from '../stores'
import { isOffered, offeredGifts, waitingSign } from '../waiting-view'
import css from './order-row.module.scss'

/** Gifts offered to the person, each with the time left; nothing without any. */
export function OfferedCard() {
  const now = useNow()
  const elder = useElder()
  const offered = offeredGifts(useAccount().value?.waiting, now)
  return offered.length > 0 ? (
    <Rows title={address(elder, '为你保留的礼品')} waiting={offered} now={now} />
  ) : null
}

/** The same, and the waiting lists that the person is on. */
export function WaitingCard() {
  const now = useNow()
  const all = useAccount().value?.waiting ?? []
  const waiting = all.filter((one) => !isOffered(one, now) && waitingSign(one, now) !== null)
  return (
    <>
      <OfferedCard />
      {waiting.length > 0 && <Rows title="排队中的礼品" waiting={waiting} now={now} />}
    </>
  )
}

function Rows({ title, waiting, now }: { title: string; waiting: readonly WaitingGift[]; now: number }) {
  return (
    <Card title={title} flush>
      {waiting.map((one, n) => (
        <Row key={one.gift.id} waiting={one} now={now} first={n === 0} />
      ))}
    </Card>
  )
}

function Row({ waiting, now, first }: { waiting: WaitingGift; now: number; first: boolean }) {
  const elder = useElder()
  const { gift, price } = waiting
  const sign = waitingSign(waiting, now)
  return (
    <Tap className={`${css.row} ${first ? css.first : ''}`} role="link" onTap={() => goGift(gift.id)}>
      <Picture path={gift.picture} icon={giftIcons[gift.category]} className={css.picture} />
      <Stack grow>
        <Name>{gift.name}</Name>
        <Hint figures>
          {isOffered(waiting, now)
            ? address(elder, offeredUntilText(waiting.until, now))
            : `${pointsText(price)} 积分，排队不扣积分`}
        </Hint>
        {sign && (
          <View className={css.sign}>
            <Badge tone={sign.tone} icon={sign.icon}>
              {address(elder, sign.word)}
            </Badge>
          </View>
        )}
      </Stack>
      <Icon name="next" size="s" className={css.arrow} />
    </Tap>
  )
}
