import type { Pieces } from '@functions/exhibition/contract/bulletins'
import { Text, View } from '@tarojs/components'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { FailureView } from '@/shared/components/failure-view'
import { StateView, Waiting } from '@/shared/components/state'
import { Tap } from '@/shared/components/tap'
import { Hint } from '@/shared/components/text'
import { useAnswer } from '@/shared/query/use-answer'
import { categoryName, dateText } from '../../bulletins/categories'
import { searchIn } from '../../bulletins/documents'
import { goBulletin } from '../../go'
import css from './bulletins.module.scss'

/** What holds all of the words, each with where they stand. */
export function Found({
  region,
  words,
  onAll,
  onClear,
}: {
  region: string
  words: string
  /** Of every category. */
  onAll: () => void
  /** Back to the list as it was. */
  onClear: () => void
}) {
  const { value, failure, retry } = useAnswer(`${region} ${words}`, () => searchIn(region, words))
  if (!value)
    return failure ? <FailureView failure={failure} onRetry={retry} /> : <Waiting rows={4} text="正在查找" />
  const { total, found } = value
  if (total === 0)
    return (
      <StateView
        scene="not-found"
        title={`没有找到“${words}”`}
        text="换一个说法，或者少写几个字再找一次。"
        action={{ label: '看全部公益发布', onTap: onAll }}
      />
    )
  return (
    <>
      <View className={css.said}>
        <Hint figures aria-live="polite">
          {total > found.length
            ? `找到 ${total} 条，这里是前 ${found.length} 条，再加一个词会更准`
            : `找到 ${total} 条`}
        </Hint>
        <Button tone="quiet" onTap={onClear}>
          清空
        </Button>
      </View>
      <Card flush>
        <View role="list" aria-label="找到的公益发布">
          {found.map(({ id, category, date, title, excerpt }) => (
            <View key={id} role="listitem" className={css.item}>
              <Tap className={css.found} onTap={() => goBulletin(id)}>
                <Marked pieces={title} className={css.title ?? ''} />
                <Marked pieces={excerpt} className={css.excerpt ?? ''} />
                <Hint>{`${categoryName(category)} · ${dateText(date)}`}</Hint>
              </Tap>
            </View>
          ))}
        </View>
      </Card>
    </>
  )
}

function Marked({ pieces, className }: { pieces: Pieces; className: string }) {
  return (
    <Text className={className}>
      {pieces.map(({ text, hit }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, which never move
        <Text key={at} className={hit ? css.hit : ''}>
          {text}
        </Text>
      ))}
    </Text>
  )
}
