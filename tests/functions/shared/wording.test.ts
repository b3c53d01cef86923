/** What the law forbids a text to say is found, and what forbids it, or warns of it, is not. */
import { wordingIn } from '../../../functions/shared/wording/find'
import { type WordingRuleId, wordingRuleIds, wordingRules } from '../../../functions/shared/wording/rules'

const rulesIn = (text: string) => [...new Set(wordingIn(text).map(({ rule }) => rule))]

type Examples = { caught: readonly string[]; lawful: readonly string[] }
const examples: Record<WordingRuleId, Examples> = {
  prediction: {
    caught: [
      '专家预测今晚的号码，跟着买。',
      '每天免费推荐号码。',
      '大师带你选号，十期九准。',
      '掌握出号规律，轻松选号。',
      '不准不要钱，双色球下期预测。',
      '不要错过今晚的号码预测！',
    ],
    lawful: [
      '本馆不预测号码，也没有人能预测下期开什么号。',
      '收钱推荐号码的都是骗局，可以报警。',
      '能不能预测开奖号码？不能。每期彼此独立。',
      '所谓“内部号码”，不要相信。',
      '气象台预测明天有雪，温暖小屋提前备好了棉衣。',
    ],
  },
  'certain-win': {
    caught: [
      '这一组号码必中！',
      '买十张包中奖。',
      '稳赚不赔，不中退款。',
      '跟我买，一定能中大奖。',
      '在我们店，没有不中的。',
    ],
    lawful: [
      '说“必中”的都是骗子。',
      '没有什么号码必中，每一注的机会一样。',
      '礼包中有毛巾和雨伞，急救包中有纱布。',
      '今年销量稳中有升；务必中午前送到。',
      '谁也不能保证中奖。',
      '大厅旁边是环保中心和医保中心。',
    ],
  },
  riches: {
    caught: [
      '一张彩票，一夜暴富。',
      '靠买彩票发财的人越来越多。',
      '把购彩当作投资，每月有回报。',
      '想不想翻本？再来一张。',
    ],
    lawful: [
      '不要指望一夜暴富。',
      '彩票不是投资，也不是收入。',
      '有没有为了翻本，又去买了一张？',
      '幻想靠彩票致富，很危险。',
      '大家翻本子，记下今天的工作。',
    ],
  },
  credit: {
    caught: [
      '熟客可以赊账买彩票。',
      '本店支持先买后付购买即开票。',
      '手头紧？分期买彩票。',
      '帮你垫付票款，中了再还。',
    ],
    lawful: [
      '不得以赊销或者信用方式销售彩票。',
      '网点不赊账，彩票当场付清。',
      '有没有借钱买彩票？',
      '公益金垫付了孩子的医药费。',
      '不要借钱买彩票。',
    ],
  },
  'online-sale': {
    caught: [
      '手机购彩，随时随地。',
      '加微信群下单买彩票。',
      '足不出户就能买双色球。',
      '网上也可以购买福利彩票。',
      '帮您代买彩票，扫码付款即可。',
    ],
    lawful: [
      '福利彩票没有任何网上销售渠道，网上卖彩票的都是骗局。',
      '严禁擅自利用互联网销售彩票。',
      '可以用手机查询开奖结果，也可以用手机支付。',
      '线上展馆介绍彩票的历史。',
      '在网上买的桌椅，钱来自彩票公益金。',
    ],
  },
  minors: {
    caught: [
      '带孩子来试试手气。',
      '小朋友也能刮即开票。',
      '六一儿童节，刮刮乐全家一起玩。',
      '给孩子买一张彩票当礼物。',
    ],
    lawful: [
      '未成年人不得购买彩票，也不得兑奖。',
      '不要让孩子递钱、选号。',
      '向未成年人销售彩票是违法的，可以举报。',
      '孩子们用彩票公益金买的新书包。',
      '彩票不卖给未满十八周岁的人。',
    ],
  },
  trend: {
    caught: ['店里贴着双色球走势图。', '看冷热号选号。'],
    lawful: [
      '号码走势说明不了什么，不要相信。',
      '遗漏值没有科学依据，是一种误解。',
      '市场需求预测由市中心来做。',
    ],
  },
  urging: {
    caught: ['快来买彩票吧！', '多买多中，越买越中。'],
    lawful: ['不要相信“多买多中”。', '加倍投注很危险。', '快来看展览，喝口热水。'],
  },
}

const rows = (which: keyof Examples) =>
  wordingRuleIds.flatMap((rule) => examples[rule][which].map((text) => ({ rule, text })))

it('every rule has an article, an advice, and two examples of each kind at least', () => {
  expect(wordingRules.map(({ id }) => id)).toEqual([...wordingRuleIds])
  for (const { id, article, advice } of wordingRules) {
    expect(article).toMatch(/第[一二三四五六七八九十]+条|网点须/)
    expect(advice.length).toBeGreaterThan(5)
    expect(examples[id].caught.length).toBeGreaterThanOrEqual(2)
    expect(examples[id].lawful.length).toBeGreaterThanOrEqual(2)
  }
})

it.each(rows('caught'))('$rule finds: $text', ({ rule, text }) => {
  expect(rulesIn(text)).toContain(rule)
})

it.each(rows('lawful'))('$rule lets pass: $text', ({ text }) => {
  expect(wordingIn(text)).toEqual([])
})

describe('tricks', () => {
  it.each([
    ['spaces and signs', '必 中、包·中·奖'],
    ['full width', '１００％中'],
    ['marks between all characters', '必，中。'],
    ['traditional script', '網上購彩'],
    ['zero width', '稳\u200b赚'],
    ['quotation marks', '“必”“中”'],
  ])('of %s hide nothing', (_, text) => {
    expect(wordingIn(text)).not.toEqual([])
  })

  it.each([
    '这不是骗局，号码必中。',
    '预测必中，不得外传。',
    '预测号码准得很，不违法。',
    '不能不买的必中号码。',
  ])('of words that only look like a warning change nothing: %s', (text) => {
    expect(wordingIn(text)).not.toEqual([])
  })
})

it('the list below “不得有下列行为” is forbidden line by line, until it ends', () => {
  const law =
    '代销者不得有下列行为：\n（一）预测号码；\n（二）向未成年人销售彩票；\n（三）以赊销方式销售彩票。'
  expect(wordingIn(law)).toEqual([])
  expect(rulesIn(`${law}\n本店可以赊账买彩票。`)).toEqual(['credit'])
})

it('what is found is named as it stands in the text', () => {
  expect(wordingIn('今天也说一句：稳 赚 不赔')).toMatchObject([
    { rule: 'certain-win', words: '稳 赚', at: 7 },
  ])
})
