import type { ExhibitionCode } from '@contract/exhibition'
import { lasting, type Message, passing } from '@/shared/messages/message'

export const exhibitionStaffMessages = {
  'unknown-entry': lasting('没有找到这条内容', '什么也没有改动。回到列表再找一次。'),
  'unknown-version': lasting('没有找到这个版本', '什么也没有改动。回到版本列表再找一次。'),
  'entry-exists': lasting('这个展厅，或者这一年，已经有了', '没有新建。到列表里打开它来改。'),
  'entry-conflict': lasting('别人刚刚改过这条内容', '你写的还在这里，没有保存。比较两边之后再保存一次。'),
  'entry-incomplete': lasting('还有必填的没有写', '没有提交。补上标出来的几处再试一次。'),
  'entry-wording': lasting('有法规不允许的说法', '没有提交。改掉标出来的几处，保存后再试一次。'),
  'entry-risky': lasting('微信检查认为文字不合规', '没有提交，写的都还在。改过文字、保存后再试一次。'),
  'entry-unchecked': lasting(
    '这一版微信没有检查',
    '没有发布。读过全文、确认可以公开后，再选“我读过了，通过并发布”。',
  ),
  'entry-state': lasting('这条内容现在不能这样做', '什么也没有改动。重新打开，看看它现在的状态。'),
  'own-entry': lasting('自己写的不能自己审', '什么也没有发布。请另一位有发布权限的同事来审。'),
  'media-waits': lasting('还有图片或音视频没有审过', '没有发布。先到审批里看，都通过以后再发布。'),
  'media-unusable': lasting('有图片或音视频不能用了', '它被退回了、过期了，或者不是这个城市的。换一个再试。'),
  'bulletin-unusable': lasting(
    '有一条公益信息不能放在这里',
    '它还没有公开、已经撤下，或者已经被很多条引用。换一条，或者删去那一块再试。',
  ),
  'gallery-full': lasting('这个展厅放不下了', '没有发布。把展品分一些到别的展厅，或者把文字写短一些。'),
  'fund-full': lasting('各年的数字加起来放不下了', '没有发布。把说明和来源写短一些，或者撤下最早的一年。'),
  'sheet-wrong': lasting('文件里有要改的地方', '什么都没有导入。改好文件，再选一次。'),
  'sheet-changed': lasting('这段时间里内容有变化', '什么都没有导入。请看一遍新的比较，再确认。'),
  'entry-busy': passing('刚才同时改动的人太多', '什么也没有改动。稍等一下再试一次。'),
} as const satisfies Partial<Record<ExhibitionCode, Message>>
