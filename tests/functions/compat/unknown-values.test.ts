/**
 * An installed mini-program is months old: whatever word, form or field a later server says, this build reads the rest. Every
 * response of every operation is walked, so that a new domain is covered by itself: its schemas are made of
 * functions/shared/tolerant.ts where the server may come to say more.
 */
import { domains } from '../../../functions/domains'
import * as z from '../../../functions/shared/zod'
import { type Path, type Place, type Sample, sampleOf } from '../../support/schemas/sample'
import { strictOf } from '../../support/schemas/strict'

/** As many as the longest list of forms has. */
const turns = 12

const responses = domains.flatMap(({ name: domain, operations }) =>
  Object.entries(operations).flatMap(([name, { answer }]) =>
    // What is no JSON is not read by the mini-program, or by the browser alone.
    (answer.mediaType ?? 'application/json') === 'application/json'
      ? [{ name: `${domain}.${name}`, schema: answer.schema }]
      : [],
  ),
)

it.each(responses)('$name is read although the server sends an unknown value', ({ schema }) => {
  const found = new Set<string>()
  for (let turn = 0; turn < turns; turn++)
    for (const problem of problemsOf(schema, sampleOf(schema, turn))) found.add(problem)
  expect([...found]).toEqual([])
})

it.each(responses)('$name may not send a value that its contract does not declare', ({ schema }) => {
  const strict = strictOf(schema)
  const taken = Array.from({ length: turns }, (_, turn) => sampleOf(schema, turn)).flatMap(
    ({ value, places }) =>
      places
        .filter((place) => place.is === 'value' && z.safeParse(strict, withNews(value, place)).success)
        .map(({ path }) => path.join('.')),
  )
  expect([...new Set(taken)]).toEqual([])
})

function problemsOf(schema: z.ZodMiniType, { value, places }: Sample): string[] {
  const known = z.safeParse(schema, value)
  if (!known.success) return [`the sample is not taken: ${z.prettifyError(known.error)}`]
  return places.flatMap((place) => {
    const read = z.safeParse(schema, withNews(value, place))
    const where = `${place.is} at ${place.path.join('.')}`
    if (!read.success) return [`unreadable for a new ${where}`]
    return isRest(known.data, read.data, place.path) ? [] : [`more than it is lost for a new ${where}`]
  })
}

const news = 'new-value'

function withNews(value: unknown, { path, is }: Place): unknown {
  const [first, ...rest] = path
  if (first === undefined) return is === 'value' ? news : { ...fieldsOf(value), [news]: news }
  if (Array.isArray(value))
    return value.map((item, i) => (i === first ? withNews(item, { path: rest, is }) : item))
  return { ...fieldsOf(value), [first]: withNews(fieldsOf(value)[first], { path: rest, is }) }
}

/** Whether nothing is lost but what is new: its own word, the entry of a list, or the form it stands in. */
function isRest(known: unknown, read: unknown, path: Path): boolean {
  const [first, ...rest] = path
  if (first === undefined || isUnknownForm(read)) return true
  if (Array.isArray(known)) {
    const list = Array.isArray(read) ? read : []
    const others = known.filter((_, i) => i !== first)
    if (list.length === others.length) return same(list, others)
    const index = Number(first)
    return same(list.toSpliced(index, 1), others) && isRest(known[index], list[index], rest)
  }
  if (!isObject(known) || !isObject(read)) return path.length === 1
  const { [first]: before, ...restBefore } = known
  const { [first]: after, ...restAfter } = 'more' in known ? read : unmarked(read)
  return same(restBefore, restAfter) && (after === undefined || after === null || isRest(before, after, rest))
}

/** Without the sign that something new was left out. */
const unmarked = (read: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(read).filter(([key, value]) => key !== 'more' || value !== true))

/** Read as a form of which nothing is known but that. */
const isUnknownForm = (read: unknown): boolean => {
  const values = Object.values(fieldsOf(read))
  return values.length === 1 && ['other', 'unknown', 'waiting'].includes(String(values[0]))
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const fieldsOf = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {})
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
