import type { MediaCode } from '@contract/media'
import { lasting, type Message, passing } from '@/shared/messages/message'

export const mediaStaffMessages = {
  'unknown-media': lasting('没有找到这个文件', '可能放得太久，已经清理了。重新上传一次。'),
  'media-missing': lasting('文件还没有传上来', '重新上传一次。'),
  'media-content': lasting('这个文件不能用', '它不完整，或者和文件名说的不是一种。换一个再传。'),
  'media-codec': lasting(
    '很多手机放不了这个文件',
    '视频要 H.264 画面、AAC 声音，长边不超过 1920；PDF 不能带密码。重新导出一份再传。',
  ),
  'media-state': lasting('这个文件现在不能这样做', '什么也没有改动。重新打开，看看它现在的状态。'),
  'own-media': lasting('自己传的不能自己审', '请另一位有发布权限的同事来看。'),
  'media-unchecked': passing('微信还在检查这个文件', '最多等半小时，有了结果再来通过。'),
  'push-refused': lasting('没有这样的操作', '这里只收微信的检查结果。'),
  'media-busy': passing('刚才同时改动的人太多', '什么也没有改动。稍等一下再试一次。'),
  'media-unavailable': passing('文件还没有处理好', '已经传上来了，不用重传。稍等一下再试一次。'),
} as const satisfies Partial<Record<MediaCode, Message>>
