/** The desk's own pages. */
import { commonStaffMessages } from './messages'
import type { Registration } from './registration'

export const reviewPath = 'desk/review'

export const register: Registration = {
  messages: commonStaffMessages,
  pages: [
    { path: 'desk/home', title: '工作台', icon: 'home', group: '待办', powers: [] },
    // Its powers are those of all that is decided there (registry.ts).
    { path: reviewPath, title: '审批', icon: 'check', group: '待办', powers: [] },
  ],
}
