/**
 * What the law of lotteries forbids a text to say, as patterns over folded text (fold.ts). Pure data, the one list of the product: for
 * whoever writes, while writing, and for the server. What forbids such a thing, or warns of it, is no violation: denial.ts.
 */

export const wordingRuleIds = [
  'prediction',
  'certain-win',
  'riches',
  'credit',
  'online-sale',
  'minors',
  'trend',
  'urging',
] as const
export type WordingRuleId = (typeof wordingRuleIds)[number]

export type WordingRule = {
  id: WordingRuleId
  /** `refused`: the text cannot be submitted. `advice`: shown to whoever writes, who may go on. */
  severity: 'refused' | 'advice'
  /** Words that violate it wherever they stand; they are found with marks between their characters too. */
  words: readonly string[]
  /** Regular expressions. */
  patterns: readonly string[]
  /** What only looks like it, as regular expressions over a match with ten characters on either side. */
  except?: readonly string[]
  /** Asking readers whether they did it is no violation: a self-check does. */
  mayBeAsked?: true
  article: string
  advice: string
}

/** Up to `most` characters of one clause. */
const near = (most: number) => `[^,:;。?\\n]{0,${most}}?`
const ticket =
  '(?:彩票|福彩|体彩|即开票|刮刮乐|双色球|快乐8|彩)(?!公益金|中心|事业|管理|行业|文化|史|民|站|机构)'
const buying = '(?:购买|代买|买|购|投注|下注|刮|销售|出售|售|卖)'
const lottery = '(?:彩|票|号码?|注|中奖|大奖|开奖)'

export const wordingRules: readonly WordingRule[] = [
  {
    id: 'prediction',
    severity: 'refused',
    words: [
      '荐号',
      '杀号',
      '必出号',
      '推荐号码',
      '内部号码',
      '精准号码',
      '选号秘籍',
      '选号软件',
      '特码',
      '料号',
    ],
    patterns: [
      `预测${near(8)}(?:号|彩|奖|期|胆|注)`,
      `(?:号码?|彩票?|开奖|中奖|大奖|专家|大师|下期|本期|今晚|双色球|快乐8|3d)${near(6)}预测`,
      `(?:专家|大师|高手|老师)${near(6)}(?:推荐|支招|选号|带你|荐)`,
      `(?:推荐|泄露|透露|提供|告诉你)${near(6)}(?:号码|胆码|中奖号)`,
      `(?:内幕|秘诀|秘籍|规律)${near(6)}(?:号码|选号|中奖)|(?:号码|选号|中奖|出号|开奖)${near(4)}(?:内幕|秘诀|秘籍|规律)`,
    ],
    article: '《彩票管理条例》第十八条第一项：不得进行虚假性、误导性宣传',
    advice: '每期开奖彼此独立，谁也算不出来。删去这句，或者只写已经开出的结果。',
  },
  {
    id: 'certain-win',
    severity: 'refused',
    words: [
      '稳赚',
      '稳赢',
      '必赢',
      '包赢',
      '包赚',
      '稳赚不赔',
      '百分百中',
      '100%中',
      '注注中',
      '期期中',
      '不中退款',
      '不中包赔',
      '不中不要钱',
    ],
    patterns: [
      '必中(?![午国秋央途间年级学])',
      '(?:包|保|准|稳)中(?:一等|二等|头|大|个|出)?(?:奖|彩|号)',
      '(?:包中|保中|稳中)(?=[。,;!\\n]|$)',
      `(?:一定|肯定|保证|必定|绝对|百分之百|轻松|轻轻松松|稳|必)${near(3)}(?:中|拿|得|获)${near(2)}(?:大奖|头奖|一等奖|奖)`,
      `(?:没有|不会|不可能)不中(?![用意])`,
      '零风险|稳拿大奖|中奖率(?:高达|超高|最高|第一)',
    ],
    except: [
      '[务不未何]必中',
      '(?:礼|背|钱|书|急救|面|药|挎|提|红|荷|大|小)包中',
      '稳中(?:求|有|向)',
      '(?:环|社|医|安)保中心',
    ],
    article: '《彩票管理条例》第十八条第一项：不得进行虚假性、误导性宣传',
    advice: '中不中全凭偶然，不能保证。可以写票面公布的中奖机会。',
  },
  {
    id: 'riches',
    severity: 'refused',
    words: ['一夜暴富', '暴富', '一夜致富', '捞本'],
    patterns: [
      '翻本(?![书子来册])',
      `(?:靠|买|玩|刮)(?:彩票?|福彩|刮刮乐)${near(6)}(?:致富|发财|翻身|赚钱|回本|挣钱)`,
      `(?:彩票?|购彩|买彩)${near(3)}(?:是|当|作为|等于)${near(4)}(?:投资|理财|收入)`,
      `(?:投资|理财)${near(4)}(?:彩票|购彩|买彩)`,
    ],
    except: ['不是[^,。]{0,6}(?:投资|理财|收入)'],
    mayBeAsked: true,
    article: '《彩票管理条例》第十八条第一项：不得进行虚假性、误导性宣传',
    advice: '彩票不是挣钱的办法。可以写“多人少买，寓募于乐”。',
  },
  {
    id: 'credit',
    severity: 'refused',
    words: ['赊销彩票', '赊账买彩', '先买票后付款', '先拿票后付钱'],
    patterns: [
      `赊${near(10)}${lottery}|${lottery}${near(10)}赊`,
      `(?:先买后付|先票后款|先拿后付|分期|信用方式|白条|花呗|借呗|月底结账|记账|挂账|欠着|欠账)${near(8)}${ticket}`,
      `${ticket}${near(8)}(?:先买后付|先票后款|先拿后付|分期|白条|花呗|借呗|月底结账|挂账|欠着|欠账)`,
      `(?:借钱|贷款|借贷|垫付|代垫|垫钱|垫款)${near(6)}(?:买|购|刮|玩)${near(2)}${ticket}`,
      `(?:买|购)彩票?${near(6)}(?:借钱|贷款|垫付|代垫|垫钱|垫款)|(?:垫付|代垫)${near(3)}(?:票款|彩款|购彩款)`,
    ],
    mayBeAsked: true,
    article: '《彩票管理条例》第十八条第四项：不得以赊销或者信用方式销售彩票',
    advice: '买彩票当场付清。删去赊账、借钱、垫付的说法。',
  },
  {
    id: 'online-sale',
    severity: 'refused',
    words: [
      '网购彩票',
      '代购彩票',
      '扫码购彩',
      '手机购彩',
      '在线购彩',
      '网上购彩',
      '线上购彩',
      '购彩链接',
      '投注链接',
      '线上投注',
      '网上投注',
      '手机投注',
      '在线投注',
    ],
    patterns: [
      `(?:网上|网络|互联网|线上|在线|手机|电话|微信|小程序|app|扫码|直播间?|朋友圈|群里|淘宝|抖音)${near(6)}${buying}${near(3)}${ticket}`,
      `${ticket}${near(4)}(?:网购|代购|代买|线上买|网上买|网上卖|网上售)|代(?:购|买)${near(3)}${ticket}`,
      `(?:不出门|足不出户|在家|躺着)${near(6)}(?:买|购)${near(3)}${ticket}`,
      `(?:加|扫|点)${near(6)}(?:微信|二维码|链接|群)${near(4)}(?:买|购|下单|投注)${near(3)}${ticket}`,
      `(?:购彩|投注|买彩票?)${near(4)}(?:充值|网址|平台|二维码)|充值${near(4)}(?:购彩|投注|买彩)`,
    ],
    except: ['(?:支付|付款|付钱|付了|查|看)[^,。]{0,8}(?:买|购|售|投注)', '线上展馆', '公益金'],
    article: '财政部等十二部门公告 2018 年第 105 号第一条：坚决禁止擅自利用互联网销售彩票',
    advice: '彩票只在实体网点卖。请写到附近网点去买，不留链接和联系方式。',
  },
  {
    id: 'minors',
    severity: 'refused',
    words: [],
    patterns: [
      `(?:未成年人?|孩子们?|小朋友|学生|少年|儿童|娃娃?|小孩|宝宝|青少年)${near(6)}(?:买|购|刮|玩|投|试)${near(4)}${ticket}`,
      `(?:带|领|陪|让|叫|给|替|送|邀请)${near(3)}(?:未成年人?|孩子|小朋友|学生|娃|小孩|宝宝)${near(8)}(?:${buying}${near(3)}${ticket}|选号|试手气|试试手气|中奖)`,
      `(?:向|对|卖给|售给|送给)${near(3)}(?:未成年人?|孩子|小朋友|学生|小孩)${near(6)}${ticket}`,
      `${ticket}${near(6)}(?:卖给|送给|售给)${near(3)}(?:未成年人?|孩子|小朋友|学生|小孩)`,
      `(?:儿童节|六一|开学|校园|压岁钱|零花钱)[^;。?\\n]{0,8}?(?:购彩|买彩|刮刮乐|彩票)`,
    ],
    except: ['公益金', '中心', '(?:买票|门票|车票)'],
    mayBeAsked: true,
    article: '《彩票管理条例》第十八条第三项、《未成年人保护法》第五十九条：不得向未成年人销售彩票',
    advice: '不邀未成年人参与购彩。可以写“未满十八周岁的人不得购买彩票”。',
  },
  {
    id: 'trend',
    severity: 'advice',
    words: ['冷热号', '遗漏值', '胆码', '胆拖推荐'],
    patterns: ['(?:号码?|彩票?|开奖|双色球|3d)[^,:;。?\\n]{0,4}走势|走势图', '预测'],
    except: ['(?:天气|气象|人口|汛情|降雨|需求|销量|客流|市场)[^,。]{0,3}预测'],
    article: '《彩票管理条例》第十八条第一项：不得进行虚假性、误导性宣传',
    advice: '容易让人以为号码算得出来。只说已经开出的结果，或者写明“各期互不相干”。',
  },
  {
    id: 'urging',
    severity: 'advice',
    words: ['多买多中', '越买越中', '倍投', '加倍投注', '最后机会'],
    patterns: [
      `(?:快来|赶紧|抓紧|速来|火速|赶快)${near(4)}(?:买|购|投注|刮)${near(4)}${ticket}`,
      `(?:错过|再不买)${near(6)}(?:大奖|彩票|头奖)|${ticket}${near(4)}(?:买得越多|多多益善)`,
    ],
    article: '《彩票管理条例》第十八条第一项；网点须张贴的理性购彩提示',
    advice: '不催人多买。可以写“量力而行，理性购彩”。',
  },
]
