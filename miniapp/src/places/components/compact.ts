import { useElder } from '@/shared/settings'
import { useWindowSize } from '@/shared/window-size'

/** px of the window: lower ones show little in large type. */
const lowWindow = 780

/** Large type in a low window: what one came for goes first, and the rest becomes narrower or waits below. */
export function useCompact(): boolean {
  const elder = useElder()
  return useWindowSize().height < lowWindow && elder
}
