import type { Result } from '@common/result'
import { View } from '@tarojs/components'
import type { Failure } from '@/shared/api/request'
import { Button } from '@/shared/components/button'
import { FailureLine } from '@/shared/components/result-line'
import { useAction } from '@/shared/query/use-action'
import css from './more.module.scss'

/** Below a list that comes in pages. Nothing where there are no more; `cursor` is what the last page said. */
export function More<T>({
  cursor,
  load,
  onLoaded,
  text = '再看更早的',
}: {
  cursor: string | null | undefined
  load: (cursor: string) => Promise<Result<T, Failure>>
  onLoaded: (page: T) => void
  text?: string
}) {
  const { busy, failure, run } = useAction(load, onLoaded)
  if (!cursor) return null
  return (
    <View className={css.more}>
      <FailureLine failure={failure} />
      <Button disabled={busy} onTap={() => void run(cursor)}>
        {busy ? '正在取' : text}
      </Button>
    </View>
  )
}
