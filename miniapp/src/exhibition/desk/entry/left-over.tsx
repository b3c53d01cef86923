import { Button } from '@/shared/components/button'
import { ResultLine } from '@/shared/components/result-line'
import { Wrap } from '@/shared/components/stack'
import { Hint } from '@/shared/components/text'
import { useNow } from '@/shared/time/clock'
import { momentText } from '@/shared/time/moments'
import type { DeviceDraft } from './use-device-draft'

/** What an earlier visit wrote here and did not save: gone on with, or given up, before anything else is written. */
export function LeftOver({ offered, accept, refuse }: DeviceDraft) {
  const now = useNow()
  if (!offered) return null
  const { at, draft } = offered
  return (
    <section aria-label="上次没保存的内容">
      <ResultLine tone="doubt">{`这台设备上有${momentText(at, now)}写了还没保存的内容${draft.title === '' ? '' : `：${draft.title}`}。`}</ResultLine>
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
