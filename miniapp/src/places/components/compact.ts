import { useWindowSize } from '@/shared/platform/window-size'
import { useElder } from '@/shared/storage/settings'

/** px of the window: lower ones show little in large type. */
const lowWindow = 780

/** Large type in a low window: what one came for goes first, and the rest becomes narrower or waits below. */
export function useCompact(): boolean {
  const elder = useElder()
  return useWindowSize().height < lowWindow && elder
}
