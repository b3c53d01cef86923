import type { Media } from '@contract/media'
import { View } from '@tarojs/components'
import css from '@/desk/components/desk.module.scss'
import { Facts } from '@/desk/components/facts'
import { History } from '@/desk/history'
import { type Persons, usePersons } from '@/desk/persons/use-persons'
import type { ReviewProps } from '@/desk/registration'
import { taskEnded } from '@/desk/tasks'
import { FailureView } from '@/shared/components/failure-view'
import { ResultLine } from '@/shared/components/result-line'
import { Waiting } from '@/shared/components/state'
import { useAnswer } from '@/shared/query/use-answer'
import { momentText } from '@/shared/time/moments'
import { fetchPicture } from '../api'
import { decidedOf } from '../decided'
import { aboutText, mediaTitle, nameOfType, stateText } from '../view'
import { Decide } from './decide'
import { Looked } from './looked'

/** A file among everything that waits: as visitors will see or hear it, what is said of it, and the decision. */
export function PictureReview({ desk, id, now, onDone, onDirty }: ReviewProps) {
  const { value: picture, failure, again } = useAnswer(id, fetchPicture)
  const persons = usePersons(desk, [picture?.by, picture?.decided?.by])
  if (!picture) return failure ? <FailureView failure={failure} onAgain={again} /> : <Waiting rows={4} />
  function decided(next: Media): void {
    taskEnded(desk.name, 'media', id)
    void decidedOf[next.power ?? 'publish'].refresh(desk.name)
    onDone(`${next.state === 'approved' ? '已通过' : '已退回'}：${mediaTitle(next)}。`)
  }
  return (
    <View className={css.detail}>
      <Looked media={picture} />
      <Facts facts={factsOf(picture, persons, now)} />
      {picture.state === 'ready' ? (
        <Decide picture={picture} me={desk.me.id} onDirty={onDirty} onDecided={decided} />
      ) : (
        <ResultLine tone="done">{stateText(picture.state) ?? '已经通过，可以用了。'}</ResultLine>
      )}
      <History desk={desk} subject={id} version={picture.state} />
    </View>
  )
}

function factsOf(picture: Media, { whoOf }: Persons, now: number): [string, string][] {
  const { by, at, type, description, decided } = picture
  const facts: [string, string][] = [
    [type.startsWith('image/') ? '图里有什么' : `${nameOfType(type)}的标题`, description ?? '上传时没有写'],
    ['上传', `${whoOf(by)}，${momentText(Date.parse(at), now)}`],
    ['大小', aboutText(picture)],
  ]
  if (decided) facts.push(['审批', `${whoOf(decided.by)}，${momentText(Date.parse(decided.at), now)}`])
  if (decided?.reason) facts.push(['原因', decided.reason])
  return facts
}
