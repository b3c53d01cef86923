import type { StaffGift } from '@contract/points'
import type { Desk } from '@/desk/desk'

export type PicturePartProps = {
  desk: Pick<Desk, 'name' | 'region' | 'me'>
  gift: StaffGift
  onSaved: (gift: StaffGift) => void
}
