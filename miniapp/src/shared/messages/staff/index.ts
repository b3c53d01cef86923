/** The words for what only staff are refused with: the desk's, not those of every page. */
import type { StaffCode } from '..'
import type { Message } from '../message'
import { commonStaffMessages } from './common'
import { exhibitionStaffMessages } from './exhibition'
import { identityStaffMessages } from './identity'
import { mediaStaffMessages } from './media'
import { placesStaffMessages } from './places'
import { pointsStaffMessages } from './points'

/** Every code that every page has no words for: left out here, it does not compile. */
export const staffMessages: Record<StaffCode, Message> = {
  ...commonStaffMessages,
  ...exhibitionStaffMessages,
  ...identityStaffMessages,
  ...mediaStaffMessages,
  ...placesStaffMessages,
  ...pointsStaffMessages,
}
