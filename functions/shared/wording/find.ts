/** What in a text the law forbids to say: one rule for whoever writes and for the server. Pure. */
import { isDenied, type Span } from './denial'
import { type Folded, fold, originOf } from './fold'
import { type WordingRule, type WordingRuleId, wordingRules } from './rules'

/** `words`: as they stand in the text, from character `at` on. */
export type WordingFound = { rule: WordingRuleId; words: string; at: number }

const compiled = wordingRules.map((rule) => ({
  rule,
  all: new RegExp([...rule.words, ...rule.patterns].join('|'), 'g'),
  except: rule.except && new RegExp(rule.except.join('|'), 'g'),
}))

/** In the order of the text; what two rules forbid is found twice. */
export function wordingIn(text: string): WordingFound[] {
  const folded = fold(text)
  const joined = joinedOf(folded)
  const found = compiled.flatMap(({ rule, all, except }) => {
    const stated = spansOf(all, folded).filter(
      (span) => !isExcepted(folded, span, except) && !isDenied(folded, span, rule),
    )
    const parted = spansOf(all, joined).filter((span) => isParted(joined, span))
    return [
      ...stated.map((span) => ({ rule: rule.id, ...originOf(text, folded, span) })),
      ...parted.map((span) => ({ rule: rule.id, ...originOf(text, joined, span) })),
    ]
  })
  return found.sort((a, b) => a.at - b.at)
}

const byId = new Map<string, WordingRule>(wordingRules.map((rule) => [rule.id, rule]))
/** Undefined for a rule that this program does not know. */
export const wordingRule = (id: string): WordingRule | undefined => byId.get(id)

export const isRefused = (rule: string): boolean => wordingRule(rule)?.severity === 'refused'

const spansOf = (pattern: RegExp, { text }: Folded): Span[] =>
  [...text.matchAll(pattern)].map(({ index = 0, 0: words }) => ({ from: index, until: index + words.length }))

/** How far around a match an exception is looked for. */
const around = 10

function isExcepted({ text }: Folded, { from, until }: Span, except: RegExp | undefined): boolean {
  if (!except) return false
  const start = Math.max(0, from - around)
  return [...text.slice(start, until + around).matchAll(except)].some(({ index = 0, 0: words }) => {
    const at = start + index
    return at < until && at + words.length > from
  })
}

const mark = /[,:;。?\n]/

/** Without the marks that end a clause; `gaps`: before which of its characters, and behind the last, one stood. */
function joinedOf({ text, at }: Folded): Folded & { gaps: readonly boolean[] } {
  let joined = ''
  const [places, gaps]: [number[], boolean[]] = [[], []]
  let isApart = true
  for (let i = 0; i < text.length; i++) {
    const one = text[i] ?? ''
    if (mark.test(one)) {
      isApart = true
      continue
    }
    joined += one
    places.push(at[i] ?? 0)
    gaps.push(isApart)
    isApart = false
  }
  return { text: joined, at: places, gaps: [...gaps, true] }
}

/** “必，中，奖”: every character by itself, which no sentence has. */
const isParted = ({ gaps }: { gaps: readonly boolean[] }, { from, until }: Span): boolean => {
  for (let i = from; i <= until; i++) if (!gaps[i]) return false
  return until - from > 1
}
