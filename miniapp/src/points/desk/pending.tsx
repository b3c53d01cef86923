import { Text, View } from '@tarojs/components'
import type { Desk } from '@/desk/desk'
import { reviewUrl } from '@/desk/waiting'
import { Badge } from '@/shared/components/badge'
import { Button } from '@/shared/components/button'
import { openPage } from '@/shared/navigation'
import { useNow } from '@/shared/time/clock'
import { momentText } from '@/shared/time/moments'
import css from './pending.module.scss'
import { proposalTitle } from './proposals/view'
import { type About, useWaiting } from './use-waiting'

/** What waits for a second person, where the thing is that it is about. Nothing while nothing waits. */
export function Pending({
  desk,
  operation,
  subject,
}: About & { desk: Pick<Desk, 'name' | 'region' | 'me'> }) {
  const now = useNow()
  const { waiting, whoOf } = useWaiting(desk, { operation, subject })
  if (waiting.length === 0) return null
  return (
    <View className={css.list} role="status">
      {waiting.map((proposal) => (
        <View key={proposal.id} className={css.item}>
          <Badge tone="doubt">待复核</Badge>
          <Text className={css.text}>
            {`${proposalTitle(proposal)}。${whoOf(proposal.proposedBy)}，${momentText(Date.parse(proposal.proposedAt), now)}`}
          </Text>
          <Button onTap={() => openPage(reviewUrl({ kind: 'proposal', id: proposal.id }))}>
            {proposal.proposedBy === desk.me.id ? '看一看' : '去复核'}
          </Button>
        </View>
      ))}
    </View>
  )
}
