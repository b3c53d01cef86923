import type { StaffGift } from '@contract/points'
import type { Desk } from '@/desk/desk'

export type PicturePartProps = {
  desk: Pick<Desk, 'name'>
  gift: StaffGift
  onSaved: (gift: StaffGift) => void
}
