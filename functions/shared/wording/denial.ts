/**
 * Whether a sentence forbids, denies or warns of what it names: “不预测号码”, “网上卖彩票的都是骗局”, “不得有下列行为：（四）赊销彩票”.
 * Only what stands close by counts, and what turns a denial into an invitation (“不要错过…”, “不准不要钱”) does not. Pure.
 */
import type { Folded } from './fold'

/** Of the folded text. */
export type Span = { from: number; until: number }

const forbidding =
  '不得|不能|不可|不会|不要|不应|不该|不许|不允许|不提供|不支持|不接受|不存在|不做|不搞|不办|不卖|不售|不出售|不销售|不向|不给|不让|不把|不替|不信|不相信|不等于|不代表|不承诺|不保证|不参与|从不|绝不|决不|并不|并非|不是|没有人|没人|没有谁|没有任何|没有什么|没有哪|并没有|没办法|没有办法|谁也|无人|无法|绝无|禁止|严禁|杜绝|拒绝|抵制|打击|查处|取缔|举报|反对|制止|防止|避免|警惕|谨防|当心|提防|小心|远离|切勿|请勿|勿|休想|擅自|未经|涉嫌|冒充|假借|所谓|误以为|误认为|别以为|幻想|妄想|别(?![样人的处墅致具])'
/** Between such a word and what it is to deny. */
const inviting =
  /^(?:再)?(?:错过|犹豫|担心|怀疑|放过|浪费|忘|迟疑|观望|手软|失望|后悔|吃亏|落空)|比|更|仅|只|光|但是|就/
const atOnce = /(?:不|没|没有|未|勿|莫)$/
const twice = /(?:不|没有|无|莫|并非|不是)(?:不|没)$/
const bad = '骗局|骗子|骗人|骗钱|诈骗|谣言|违法|违规|非法|犯法|犯罪|私彩'
const warning = new RegExp(
  `${bad}|假的|都是假|不实|虚假|不可信|不能信|不要信|别信|不要相信|信不得|不可能(?!不)|不存在(?!不)|不现实|不切实际|不靠谱|没有(?:科学)?(?:依据|根据)|做不到|办不到|误区|误解|错觉|很危险|要警惕|请警惕|可以举报|请举报|报警|处罚|罚款|查处|上瘾|沉迷|别点|不要点|停不下来`,
  'g',
)
const badBefore = new RegExp(bad, 'g')
/** “这不是骗局” warns of nothing. */
const cleared = /(?:不是|不|并非|绝非|不算|没有|谁说|零|无)$/
const says = (text: string, pattern: RegExp): boolean =>
  [...text.matchAll(pattern)].some(({ index = 0 }) => !cleared.test(text.slice(0, index)))
/** These deny what stands in their own clause alone: “包中，不得外传” does not. */
const warningBeside = /(?:禁止|严禁|不得|不可以|不允许|不行|不能)(?!错过|不|忘|外传)/
const denialAnswer = /^\n?(?:不|没|否|假的|骗|都是假|当然不|别|谣言)/
const asking = /有没有|是否|有过|曾/
const beforeList = new RegExp(`(?:${forbidding}|误区|红线|${bad})[^,:;。?\\n]{0,12}$`)

/** How far a denial reaches. */
const farthest = 14
const farthestWarning = 40

export function isDenied(
  { text }: Folded,
  span: Span,
  { mayBeAsked = false }: { mayBeAsked?: boolean },
): boolean {
  const sentence = { from: lastOf(text, /[。?;\n]/, span.from), until: nextOf(text, /[。?;\n]/, span.until) }
  const clause = {
    from: lastOf(text, /[,:。?;\n]/, span.from),
    until: nextOf(text, /[,:。?;\n]/, span.until),
  }
  const before = text.slice(clause.from, span.from)
  const words = text.slice(span.from, span.until)
  if (isForbidden(before, words) || says(text.slice(sentence.from, span.from), badBefore)) return true
  const behind = text.slice(span.until, Math.min(sentence.until, span.until + farthestWarning))
  if (says(words + behind, warning) || warningBeside.test(text.slice(span.until, clause.until))) return true
  if (text[sentence.until] === '?') {
    if (denialAnswer.test(text.slice(sentence.until + 1))) return true
    if (mayBeAsked && asking.test(text.slice(sentence.from, span.until))) return true
  }
  return isInForbiddenList(text, span.from)
}

function isForbidden(before: string, words: string): boolean {
  if (twice.test(before)) return false
  if (atOnce.test(before)) return true
  const near = before.slice(-farthest) + words
  const found = [...near.matchAll(new RegExp(forbidding, 'g'))]
  return found.some(({ index = 0, 0: word }) => {
    const between = near.slice(index + word.length)
    const isDoubled = /^不/.test(between) || /(?:不|没有|无不|莫)$/.test(near.slice(0, index))
    return !isDoubled && !inviting.test(between.slice(0, farthest))
  })
}

/** Below “不得有下列行为：”, until a full stop or an empty line. */
function isInForbiddenList(text: string, from: number): boolean {
  const start = Math.max(
    text.lastIndexOf('。', from - 1),
    text.lastIndexOf('?', from - 1),
    text.lastIndexOf('\n\n', from - 1),
  )
  const colon = text.lastIndexOf(':', from - 1)
  return colon > start && beforeList.test(text.slice(start + 1, colon))
}

function lastOf(text: string, mark: RegExp, from: number): number {
  for (let at = from - 1; at >= 0; at--) if (mark.test(text[at] ?? '')) return at + 1
  return 0
}

function nextOf(text: string, mark: RegExp, from: number): number {
  for (let at = from; at < text.length; at++) if (mark.test(text[at] ?? '')) return at
  return text.length
}
