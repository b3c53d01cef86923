import { Hint } from '@/shared/components/text'
import type { AgainstLiveProps } from './props'

/** WeChat: a phone is too narrow for two texts side by side. */
export function AgainstLive({ live }: AgainstLiveProps) {
  return <Hint>{`第 ${live.version} 版正在公开。和它的比较，用浏览器打开福驿可以看。`}</Hint>
}
