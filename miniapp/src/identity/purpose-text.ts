/** What a desktop asks the phone to confirm, in words: of ours alone, filled with words of closed lists and figures. Pure. */
import type { TicketPurpose } from '@contract/identity'
import { pointsText } from '@/shared/components/points'
import { personNoText } from '@/shared/session/person-no'
import { powerName, roleKindNames } from '@/shared/session/role-names'

/** `授予“礼品与积分”给 3E8C A0HE`. */
export function purposeText(purpose: TicketPurpose): string {
  switch (purpose.kind) {
    case 'grant':
      return `授予“${grantedText(purpose)}”给 ${personNoText(purpose.no)}`
    case 'revoke':
      return `收回 ${personNoText(purpose.no)} 的“${roleKindNames[purpose.role]}”`
    case 'decideAdjustment':
      return `${purpose.approve ? '批准' : '驳回'}一次积分调整：${pointsText(purpose.points, true)} 分`
    case 'decideProposal':
      return `${purpose.approve ? '通过' : '不通过'}${proposedTexts[purpose.operation]}`
    case 'other':
      return '一次需要确认的操作'
  }
}

const grantedText = ({ role, powers }: Extract<TicketPurpose, { kind: 'grant' }>): string =>
  powers ? powers.map(powerName).join('、') : roleKindNames[role]

const proposedTexts = {
  createBatch: '一批积分码',
  changeRules: '一次积分规则的修改',
  changeGift: '一次礼品的修改',
  changePicture: '一张礼品图片的更换',
} as const satisfies Record<Extract<TicketPurpose, { kind: 'decideProposal' }>['operation'], string>
