import type { Media } from '@contract/media'
import { Text, View } from '@tarojs/components'
import css from '@/desk/components/desk.module.scss'
import { Facts } from '@/desk/components/facts'
import { History } from '@/desk/history'
import { linkOfUse } from '@/desk/links-of-use'
import { type Persons, usePersons } from '@/desk/persons/use-persons'
import { opensFor, type ReviewProps } from '@/desk/registration'
import { taskEnded } from '@/desk/tasks'
import { outcomeText } from '@/desk/words'
import { Button } from '@/shared/components/button'
import { FailureView } from '@/shared/components/failure-view'
import { ResultLine } from '@/shared/components/result-line'
import { Waiting } from '@/shared/components/state'
import { openPage } from '@/shared/navigation/navigation'
import { useAnswer } from '@/shared/query/use-answer'
import { momentText } from '@/shared/time/moments'
import { fetchPicture } from '../api'
import { decidedOf } from '../decided'
import { aboutText, mediaTitle, nameOfType, stateText } from '../view'
import { Decide } from './decide'
import { Looked } from './looked'

/** A file among everything that waits: as visitors will see or hear it, what is said of it, and the decision. */
export function PictureReview({ desk, id, now, onDone, onDirty }: ReviewProps) {
  const { value: picture, failure, retry } = useAnswer(id, fetchPicture)
  const persons = usePersons(desk, [picture?.by, picture?.decided?.by])
  if (!picture) return failure ? <FailureView failure={failure} onRetry={retry} /> : <Waiting rows={4} />
  function decided(next: Media): void {
    taskEnded(desk.name, 'media', id)
    void decidedOf[next.power ?? 'publish'].refresh(desk.name)
    onDone(outcomeText(next.state === 'approved' ? '已通过' : '已退回', mediaTitle(next)))
  }
  return (
    <View className={css.detail}>
      <Looked media={picture} />
      <Facts facts={factsOf(picture, persons, now)} />
      <UsedBy desk={desk} usedBy={picture.usedBy ?? []} />
      {picture.state === 'ready' ? (
        <Decide picture={picture} me={desk.me.id} onDirty={onDirty} onDecided={decided} />
      ) : (
        <ResultLine tone="done">{stateText(picture) ?? '已经通过，可以用了。'}</ResultLine>
      )}
      <History desk={desk} subject={id} version={picture.state} />
    </View>
  )
}

/** The pages at the desk of what uses it. */
function UsedBy({ desk, usedBy }: Pick<ReviewProps, 'desk'> & { usedBy: NonNullable<Media['usedBy']> }) {
  const links = usedBy.flatMap(({ domain, subject }) => {
    const known = linkOfUse(domain)
    return known && opensFor(known.powers, desk.powers) ? [known.linkOf(subject, desk)] : []
  })
  if (links.length === 0) return null
  return (
    <View className={css.buttons} role="group" aria-label="用在">
      <Text className={css.hint}>用在</Text>
      {links.map(({ title, url }) => (
        <Button key={url} tone="quiet" onTap={() => openPage(url)}>
          {title}
        </Button>
      ))}
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
