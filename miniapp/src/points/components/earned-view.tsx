import type { Earned } from '@contract/points'
import { View } from '@tarojs/components'
import { usePlaceName } from '@/shared/city/use-place-name'
import { Button } from '@/shared/components/button'
import { Icon } from '@/shared/components/icon'
import { Points, pointsText } from '@/shared/components/points'
import { Stack } from '@/shared/components/stack'
import { Quiet, Title } from '@/shared/components/text'
import { address, useElder } from '@/shared/storage/settings'
import { entryView } from '../entry-view'
import { goPoints } from '../go'
import css from './earned-view.module.scss'

/** What came of it: said aloud when it appears. */
export function EarnedView({
  earned: { entry, repeated },
  another,
}: {
  earned: Earned
  /** Another one of the same kind. */
  another?: { label: string; onTap: () => void }
}) {
  const elder = useElder()
  const { title, text } = entryView(entry, usePlaceName())
  return (
    <Stack gap={2}>
      <View className={css.said} role="status" aria-live="assertive">
        <View className={css.seal} aria-hidden>
          <Icon name="check" size="l" />
        </View>
        {repeated ? (
          <Title size="page">已经记过了</Title>
        ) : (
          <Points value={entry.points} size="xl" signed unit="积分" />
        )}
        <Quiet>{[title, text].filter(Boolean).join(' · ')}</Quiet>
        <Quiet>
          {address(
            elder,
            repeated
              ? `上次得了 ${pointsText(entry.points)} 分，这次没有重复记。`
              : `现在你一共有 ${pointsText(entry.balance)} 分。`,
          )}
        </Quiet>
      </View>
      <Button block onTap={goPoints}>
        看我的积分
      </Button>
      {another && (
        <Button tone="quiet" block onTap={another.onTap}>
          {another.label}
        </Button>
      )}
    </Stack>
  )
}
