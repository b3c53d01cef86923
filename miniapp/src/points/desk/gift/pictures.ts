/** What a gift's picture is, beside the one that it names. */
import type { StaffGift } from '@contract/points'
import type { Desk } from '@/desk/desk'
import { usePictures } from '@/media/desk/pictures'
import { useWaiting } from '../use-waiting'

/** The one that waits to take its place; null: none does. `media`: absent where it came as a whole and is seen in the review. */
export function useWaitingPicture(desk: Pick<Desk, 'name' | 'region' | 'me'>, gift: string) {
  const { waiting } = useWaiting(desk, { operation: 'changePicture', subject: gift })
  const [proposal] = waiting
  return proposal ? { media: proposal.media } : null
}

/** Whether it was approved once and is refused by now: WeChat found it risky late, and citizens see a drawing in its place. */
export function useIsGone({ media }: Pick<StaffGift, 'media'>): boolean {
  const id = media?.id ?? ''
  return usePictures([id]).get(id)?.state === 'refused'
}
