import type { MediaCode } from '@contract/media'
import { lasting, type Message, passing } from '../message'

export const mediaStaffMessages = {
  'unknown-media': lasting('没有找到这张图片', '可能放得太久，已经清理了。重新上传一次。'),
  'media-missing': lasting('图片还没有传上来', '重新上传一次。'),
  'media-content': lasting('这个文件不能用', '它不是完整的 JPEG、PNG 或 WebP 图片。换一张再传。'),
  'media-state': lasting('这张图片现在不能这样做', '什么也没有改动。重新打开，看看它现在的状态。'),
  'own-media': lasting('自己传的图片不能自己审', '请另一位有发布权限的同事来看。'),
  'media-unchecked': passing('微信还在检查这张图片', '最多等半小时，有了结果再来通过。'),
  'push-refused': lasting('没有这样的操作', '这里只收微信的检查结果。'),
  'media-busy': passing('刚才同时改动的人太多', '什么也没有改动。稍等一下再试一次。'),
  'media-unavailable': passing('图片还没有处理好', '已经传上来了，不用重传。稍等一下再试一次。'),
} as const satisfies Partial<Record<MediaCode, Message>>
