import { ok } from '@common/result'
import type { Entry } from '@contract/points'
import * as endpoints from '@functions/points/endpoints/account'
import { Text, View } from '@tarojs/components'
import { call } from '@/shared/api/request'
import { useCity, useRegion } from '@/shared/city'
import { CityNotice } from '@/shared/city/components/city-notice'
import { CityStart } from '@/shared/city/components/city-start'
import { usePlaceName } from '@/shared/city/use-place-name'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { FailureView } from '@/shared/components/failure-view'
import { LoginNeeded } from '@/shared/components/login-needed'
import { Points } from '@/shared/components/points'
import { FailureLine } from '@/shared/components/result-line'
import { Screen } from '@/shared/components/screen'
import { Stack } from '@/shared/components/stack'
import { StateView, Waiting } from '@/shared/components/state'
import { Hint } from '@/shared/components/text'
import { UnderAgeLine } from '@/shared/components/under-age-line'
import { type Pages, usePages } from '@/shared/query/pages'
import { useMe } from '@/shared/session/session'
import { useAge } from '@/shared/storage/settings'
import { useNow } from '@/shared/time/clock'
import { momentText } from '@/shared/time/moments'
import { entryView } from '../../entry-view'
import { goPoints } from '../../go'
import { seenEntries, useOwnName } from '../../stores'
import css from './entries.module.scss'

/** Every line of the ledger, newest first, each with its reason. */
export default function EntriesPage() {
  const me = useMe()
  const isUnchosen = useCity().status === 'unchosen'
  const region = useRegion()
  const pages = usePages(
    useOwnName(region),
    async (cursor) => {
      const answer = await call(endpoints.entries, { query: { region: region ?? '', cursor } })
      return answer.ok ? ok({ items: answer.value.entries, cursor: answer.value.cursor }) : answer
    },
    seenEntries,
  )
  return (
    <Screen title="积分明细" notice={<CityNotice of={pages} />} lottery>
      <View className={css.page}>
        <UnderAgeLine />
        {me && isUnchosen && <CityStart />}
        {me && !isUnchosen && <List pages={pages} />}
        {!me && <LoginNeeded text="自己的每一笔积分，怎么来、怎么用。" />}
      </View>
    </Screen>
  )
}

function List({ pages }: { pages: Pages<Entry> }) {
  const minor = useAge() === 'minor'
  const { items, hasFirst, asking, failure, hasMore, more, retry, isFromStorage } = pages
  if (!hasFirst) {
    return failure ? (
      <FailureView failure={failure} onRetry={retry} />
    ) : (
      <Waiting rows={6} text="正在取明细" />
    )
  }
  if (items.length === 0) {
    return (
      <StateView
        scene="empty"
        title="还没有积分"
        text="每得到、用掉一笔，都会记在这里。"
        action={minor ? undefined : { label: '看看怎么得积分', onTap: goPoints }}
      />
    )
  }
  return (
    <>
      <Card flush>
        <View role="list">
          {items.map((entry) => (
            <Line key={entry.seq} entry={entry} />
          ))}
        </View>
      </Card>
      {!isFromStorage && <FailureLine failure={failure} />}
      {hasMore && (
        <Button block disabled={asking} onTap={more}>
          {asking ? '正在取' : '看更早的'}
        </Button>
      )}
    </>
  )
}

function Line({ entry }: { entry: Entry }) {
  const now = useNow()
  const { title, text, balance } = entryView(entry, usePlaceName())
  return (
    <View className={css.line} role="listitem">
      <Stack grow>
        <Text className={css.title}>{title}</Text>
        {text && <Hint figures>{text}</Hint>}
        <Hint figures>{momentText(Date.parse(entry.at), now)}</Hint>
      </Stack>
      <View className={css.points}>
        <Points value={entry.points} size="l" signed unit="" />
        <Hint figures>{balance}</Hint>
      </View>
    </View>
  )
}
