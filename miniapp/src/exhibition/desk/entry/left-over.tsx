import { Button } from '@/shared/components/button'
import { ResultLine } from '@/shared/components/result-line'
import { Wrap } from '@/shared/components/stack'
import { Hint } from '@/shared/components/text'
import { useNow } from '@/shared/time/clock'
import { momentText } from '@/shared/time/moments'

/** What an earlier visit wrote here and did not save: gone on with, or given up, before anything else is written. */
export function LeftOver({
  at,
  title,
  accept,
  refuse,
}: {
  /** ms since 1970. */
  at: number
  title: string
  accept: () => void
  refuse: () => void
}) {
  const now = useNow()
  return (
    <section aria-label="上次没保存的内容">
      <ResultLine tone="doubt">{`这台设备上有${momentText(at, now)} 写了还没保存的内容${title === '' ? '' : `：${title}`}。`}</ResultLine>
      <Hint>接着写会把它放回来，保存之前同事看不到。这期间同事保存过的也会带进来，不会丢。</Hint>
      <Wrap>
        <Button tone="primary" onTap={accept}>
          接着写
        </Button>
        <Button onTap={refuse}>不要了，用已保存的</Button>
      </Wrap>
    </section>
  )
}
