import { Text, View } from '@tarojs/components'
import { useListed } from '@/desk/components/listed'
import type { Desk } from '@/desk/desk'
import { usePersons } from '@/desk/persons/use-persons'
import { reviewUrl } from '@/desk/waiting'
import { Badge } from '@/shared/components/badge'
import { Button } from '@/shared/components/button'
import { openPage } from '@/shared/navigation'
import { useNow } from '@/shared/time/clock'
import { momentText } from '@/shared/time/moments'
import css from './pending.module.scss'
import { proposalTitle, waitingAbout } from './proposals/view'
import { proposalList } from './stores'

/** What waits for a second person, where the thing is that it is about. Nothing while nothing waits. */
export function Pending({
  desk,
  operation,
  subject,
}: {
  desk: Pick<Desk, 'name' | 'region' | 'me'>
  operation: 'createBatch' | 'changeRules' | 'changeGift' | 'changePicture'
  subject?: string
}) {
  const { value } = useListed(proposalList, desk.name)
  const now = useNow()
  const waiting = waitingAbout(value?.items ?? [], { operation, subject })
  const { whoOf } = usePersons(
    desk,
    waiting.map(({ proposedBy }) => proposedBy),
  )
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
