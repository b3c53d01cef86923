import type { Proposal } from '@contract/points'
import { Image, Text, View } from '@tarojs/components'
import { Picture } from '@/shared/components/picture'
import { FailureLine } from '@/shared/components/result-line'
import { useAnswer } from '@/shared/query/use-answer'
import { fetchProposedPicture } from './api'
import own from './proposals.module.scss'

/** The pictures of a proposal: what citizens see now, and what they would see. Nothing where it is about no picture. */
export function ProposedPicture({ proposal }: { proposal: Proposal }) {
  const { operation, subject, changes } = proposal
  const change = changes.find(({ field }) => field === 'picture')
  if (!change) return null
  const pathOf = (name: string) => (name === '' ? null : `/api/gifts/${subject}/pictures/${name}`)
  if (operation !== 'changePicture')
    return change.after === '' ? null : <Shown title="上架后的图片" path={pathOf(change.after)} />
  return (
    <View className={own.pictures}>
      <Shown title="现在的图片" path={pathOf(change.before)} />
      {proposal.state === 'proposed' && <Waiting id={proposal.id} />}
      {proposal.state === 'approved' && <Shown title="换成的图片" path={pathOf(change.after)} />}
    </View>
  )
}

function Shown({ title, path }: { title: string; path: string | null }) {
  return (
    <View className={own.pictured}>
      <Text className={own.field}>{title}</Text>
      <Picture path={path} label={title} />
    </View>
  )
}

/** Staff alone see it before it is approved, so it does not come by a public path. */
function Waiting({ id }: { id: string }) {
  const { value, failure } = useAnswer(id, fetchProposedPicture)
  return (
    <View className={own.pictured}>
      <Text className={own.field}>要换成的图片</Text>
      {value && (
        <Image
          className={own.image}
          src={`data:${value.mediaType};base64,${value.image}`}
          mode="aspectFill"
          aria-label="要换成的图片"
        />
      )}
      <FailureLine failure={failure} />
    </View>
  )
}
