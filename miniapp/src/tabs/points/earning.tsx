import type { Account } from '@contract/points'
import { Text, View } from '@tarojs/components'
import { goMap } from '@/places/go'
import { type EarningView, earningViews, monthText } from '@/points/account-view'
import { checkedIn } from '@/points/check-in'
import { goCode, goVisit } from '@/points/go'
import { useCheckIn } from '@/points/use-check-in'
import { Badge } from '@/shared/components/badge'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { Icon, type IconName } from '@/shared/components/icon'
import { FailureLine } from '@/shared/components/result-line'
import { Stack } from '@/shared/components/stack'
import { Tap } from '@/shared/components/tap'
import { Hint } from '@/shared/components/text'
import css from './points.module.scss'
import { streakDots } from './view'

const icons: Record<EarningView['rule'], IconName> = {
  'check-in': 'calendar',
  visit: 'scan',
  report: 'flag',
  code: 'ticket',
}

/** The page of each rule; checking in needs none. */
const pageOf: Record<Exclude<EarningView['rule'], 'check-in'>, () => void> = {
  visit: () => goVisit(),
  report: () => goMap(),
  code: goCode,
}

/** What can be done today, and how far it got. */
export function EarningCard({ account }: { account: Account }) {
  const { checkIn, press } = useCheckIn(account.region)
  const shown = checkIn.step === 'sending' || checkIn.step === 'earned' ? checkedIn(account) : account
  const views = earningViews(shown)
  const first = views.find(({ rule }) => rule === 'check-in')
  return (
    <Card title="今天可以做的" flush>
      {first && (
        <View className={css.checkIn}>
          <View className={css.checkInLine}>
            <Stack grow>
              <Text className={css.name}>{first.name}</Text>
              <Hint figures>{first.text}</Hint>
            </Stack>
            {first.sign === 'open' ? (
              <Button tone="primary" onTap={press}>
                {`签到 ${first.gain ?? ''}`}
              </Button>
            ) : (
              <EarningBadge view={first} word={checkIn.step === 'sending' ? '正在记' : undefined} />
            )}
          </View>
          <Streak checkIn={shown.checkIn} />
          <FailureLine failure={checkIn.step === 'failed' ? checkIn.failure : null} />
        </View>
      )}
      {views.map(
        (view) =>
          view.rule !== 'check-in' && <EarningRow key={view.rule} view={view} begin={pageOf[view.rule]} />,
      )}
      <Text className={css.month}>{monthText(account)}</Text>
    </Card>
  )
}

function EarningRow({ view, begin }: { view: EarningView; begin: () => void }) {
  const onTap = view.sign === 'open' ? begin : undefined
  const inside = (
    <>
      <Icon name={icons[view.rule]} className={css.icon} />
      <Stack grow>
        <Text className={css.name}>
          {view.name}
          {view.gain && <Text className={css.gain}> {view.gain}</Text>}
        </Text>
        <Hint figures>{view.text}</Hint>
        {view.progress && <Hint figures>{view.progress}</Hint>}
      </Stack>
      <EarningBadge view={view} />
    </>
  )
  return onTap ? (
    <Tap className={css.way} role="link" onTap={onTap}>
      {inside}
      <Icon name="next" size="s" className={css.icon} />
    </Tap>
  ) : (
    <View className={css.way}>{inside}</View>
  )
}

/** Word, shape and colour. */
function EarningBadge({ view, word = view.word }: { view: EarningView; word?: string }) {
  switch (view.sign) {
    case 'open':
      return <Badge tone="plain">{word}</Badge>
    case 'done':
      return (
        <Badge tone="open" icon="check">
          {word}
        </Badge>
      )
    case 'full':
      return (
        <Badge tone="closed" icon="minus">
          {word}
        </Badge>
      )
  }
}

/** Days in a row as marks; the words above say the same. */
function Streak({ checkIn }: { checkIn: Account['checkIn'] }) {
  const dots = streakDots(checkIn)
  if (dots.length === 0) return null
  return (
    <View className={css.dots} aria-hidden>
      {dots.map((done, day) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the days have no other name
        <View key={day} className={`${css.dot} ${done ? css.done : ''}`}>
          {done && <Icon name="check" className={css.tick} />}
        </View>
      ))}
    </View>
  )
}
