import type { Proposal } from '@contract/points'
import { Image, Text, View } from '@tarojs/components'
import { usePictures } from '@/media/desk/pictures'
import { shownToStaff, stateText } from '@/media/desk/view'
import { pictureSources } from '@/shared/blocks/renditions'
import { Button } from '@/shared/components/button'
import { Picture } from '@/shared/components/picture'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { type Answer, useAnswer } from '@/shared/query/use-answer'
import { fetchProposedPicture } from './api'
import own from './proposals.module.scss'

type FetchedPicture = Answer<Extract<Awaited<ReturnType<typeof fetchProposedPicture>>, { ok: true }>['value']>

/** Asked for where a picture that was sent as a whole waits to be looked at. */
export const useProposedPicture = ({ operation, state, id, media }: Proposal): FetchedPicture =>
  useAnswer(operation === 'changePicture' && state === 'proposed' && !media ? id : null, fetchProposedPicture)

/** The pictures of a proposal: what citizens see now, and what they would see. Nothing where it is about no picture. */
export function ProposedPicture({ proposal, fetched }: { proposal: Proposal; fetched: FetchedPicture }) {
  const { operation, subject, changes } = proposal
  const change = changes.find(({ field }) => field === 'picture')
  if (!change) return null
  const pathOf = (name: string) =>
    name === '' || name.startsWith('/') ? name || null : `/api/gifts/${subject}/pictures/${name}`
  const isOpen = proposal.state === 'proposed'
  if (operation !== 'changePicture' && isOpen && proposal.media)
    return <Uploaded title="上架后的图片" id={proposal.media} />
  if (operation !== 'changePicture')
    return change.after === '' ? null : <Shown title="上架后的图片" path={pathOf(change.after)} />
  return (
    <View className={own.pictures}>
      <Shown title={isOpen ? '现在的图片' : '原来的图片'} path={pathOf(change.before)} />
      {isOpen && proposal.media && <Uploaded title="要换成的图片" id={proposal.media} />}
      {isOpen && !proposal.media && <Waiting fetched={fetched} />}
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

/** As staff see it, also while nobody has looked at it. */
export function Uploaded({ title, id }: { title: string; id: string }) {
  const picture = usePictures([id]).get(id)
  const shown = picture && shownToStaff(picture)
  const state = picture && stateText(picture)
  return (
    <View className={own.pictured}>
      <Text className={own.field}>{title}</Text>
      {shown && (
        // In whole: what a square would cut off is public as well.
        <Image
          className={own.image}
          src={pictureSources(shown, 720)[0] ?? ''}
          mode="aspectFit"
          aria-label={title}
        />
      )}
      {!picture && <ResultLine tone="waiting">正在取图片</ResultLine>}
      {state && <ResultLine tone={picture.state === 'ready' ? 'waiting' : 'doubt'}>{state}</ResultLine>}
    </View>
  )
}

/** Staff alone see it before it is approved, so it does not come by a public path. */
function Waiting({ fetched: { value, failure, asking, retry } }: { fetched: FetchedPicture }) {
  return (
    <View className={own.pictured}>
      <Text className={own.field}>要换成的图片</Text>
      {value && (
        // In whole: what a square would cut off is public as well.
        <Image
          className={own.image}
          src={`data:${value.mediaType};base64,${value.image}`}
          mode="aspectFit"
          aria-label="要换成的图片"
        />
      )}
      {!value && !failure && <ResultLine tone="waiting">正在取图片</ResultLine>}
      <FailureLine failure={failure} />
      {!value && failure && (
        <Button disabled={asking} onTap={retry}>
          再取一次
        </Button>
      )}
    </View>
  )
}
