/** Tells in words which field of a request was wrong and what it should have been. Never repeats what was sent. */
import type { FieldError } from '../contract'
import type * as z from '../zod'

type Issue = z.core.$ZodIssue

/** One fault a field. `whole` names the thing itself where the fault lies in no field of it, e.g. `body`. */
export function fieldErrors(issues: readonly Issue[], whole: string): FieldError[] {
  const all = issues.flatMap((issue) => {
    const path = issue.path.map(String)
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ field: [...path, key].join('.'), message: 'is not known here' }))
    return [{ field: nameOf(path) || whole, message: messageOf(issue) }]
  })
  return all.filter(({ field }, i) => all.findIndex((other) => other.field === field) === i)
}

/** `kind`, not `kind.0`: who repeats a parameter does not count them. What lies deeper keeps its whole path. */
function nameOf(path: readonly string[]): string {
  const [first = '', second, ...more] = path
  return more.length === 0 && second !== undefined && /^\d+$/.test(second) ? first : path.join('.')
}

function messageOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be of type ${issue.expected}`
    case 'invalid_value':
      return `must be one of: ${issue.values.join(', ')}`
    case 'too_small':
      return `must be at least ${issue.minimum}${unitOf(issue.origin)}`
    case 'too_big':
      return `must be at most ${issue.maximum}${unitOf(issue.origin)}`
    case 'invalid_format':
      return issue.format === 'regex' ? `must match ${issue.pattern}` : `must be written as ${issue.format}`
    case 'invalid_union':
      return 'is none of the forms allowed'
    // Our own refinements carry their words with them.
    case 'custom':
      return issue.message
    default:
      return 'is not valid'
  }
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters'
  return origin === 'array' ? ' entries' : ''
}
