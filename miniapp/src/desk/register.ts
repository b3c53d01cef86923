/** The desk's own pages. */
import { commonStaffMessages } from '@/shared/messages/staff/common'
import type { Registration } from './registration'

export const register: Registration = {
  messages: commonStaffMessages,
  pages: [
    { path: 'desk/home', title: '工作台', icon: 'home', group: '待办', powers: [] },
    {
      path: 'desk/review',
      title: '审批',
      icon: 'check',
      group: '待办',
      powers: ['gifts', 'review', 'publish', 'admin'],
    },
  ],
}
