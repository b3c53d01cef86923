import type { Proposal } from '@contract/points'
import { Text, View } from '@tarojs/components'
import css from '@/desk/components/desk.module.scss'
import { Facts } from '@/desk/components/facts'
import { Heading } from '@/shared/components/heading'
import own from './proposals.module.scss'
import { ProposedPicture, type useProposedPicture } from './proposed-picture'
import { changeLines, newTitle } from './view'

/** Before and after, field by field; of what is new there is only an after. */
export function Changes({
  proposal,
  picture,
}: {
  proposal: Proposal
  picture: ReturnType<typeof useProposedPicture>
}) {
  const title = newTitle(proposal)
  const isNew = title !== null
  const lines = changeLines(proposal)
  return (
    <View className={css.part}>
      <Heading level={3} size="row">
        {title ?? '改了什么'}
      </Heading>
      {isNew && <Facts facts={lines.map(({ field, after }) => [field, after])} />}
      {!isNew &&
        lines.map(({ field, before, after }) => (
          <View key={field} className={own.change}>
            <Text className={own.field}>{field}</Text>
            <View className={own.values}>
              <Text className={own.before}>{`原来 ${before}`}</Text>
              <Text className={own.after}>{`改成 ${after}`}</Text>
            </View>
          </View>
        ))}
      <ProposedPicture proposal={proposal} fetched={picture} />
    </View>
  )
}
