/** Requests that somebody means ill by, or nobody means at all: made from valid ones, a little or altogether wrong. */
import fc from 'fast-check'
import { amenities, datums, kinds, roles } from '../../../functions/places/contract'
import type { StageRequest } from '../../support/stage/stage-domain'

/** What breaks programs elsewhere, and what looks like ours and is not. */
const texts = [
  '',
  ' ',
  '0',
  '-1',
  '1e5',
  'NaN',
  'Infinity',
  'null',
  'true',
  '320800',
  '100000',
  '999999',
  '320800-32080290',
  '320800-zzzzzzzzzz',
  '999999-0000000000',
  '320800-9999999999999-zzzzzzzzzz',
  '320800-0000000000000-0000000000',
  '000000-0000000000',
  '999999-ZZZZZZZZZZ',
  '361118-AAAAAAAAAA',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '2036-02-30',
  '2000-01',
  '9999-12',
  '2099-12',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '2036-11-18T24:00:00Z',
  '00000000',
  '99999999',
  '00000000-0000-7000-8000-000000000000',
  'ffffffff-ffff-7fff-bfff-ffffffffffff',
  'e0',
  'e1',
  'e99999999',
  'ZTk5',
  'MjAzNi0xMS0xOFQwMjowMDowMC4wMDBaI0FBQQ',
  '../../etc/passwd',
  '..%2f..%2f',
  '%00',
  '%',
  '%ff',
  '%ed%a0%80',
  '\u0000',
  '\u202e',
  '\ud800',
  '\u2028',
  'İ',
  'ﬃ',
  '𠮷'.repeat(40),
  'e\u0301'.repeat(60),
  "' OR '1'='1",
  '{"$gt":""}',
  '#account',
  'person#chen / 320800#account',
  '__proto__',
  'constructor',
  '<script>alert(1)</script>',
  '=HYPERLINK("x")',
  '#{7*7}',
  'Bearer x',
  'a'.repeat(5000),
]
const text = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...kinds, ...roles, ...amenities, ...datums, 'now') },
  { weight: 5, arbitrary: fc.constantFrom(...texts) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()) },
  { weight: 1, arbitrary: fc.double({ min: -200, max: 200, noNaN: true }).map(String) },
)

const nested = (depth: number, open: string, close: string) => open.repeat(depth) + close.repeat(depth)
/** As they are written in JSON, or in what only looks like it. */
const value: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: text.map((one) => JSON.stringify(one)) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[
        'null',
        'true',
        '[]',
        '{}',
        '[null]',
        '[[]]',
        '{"a":{}}',
        '-0',
        '0',
        '1',
        '-1',
        '0.5',
        '1e21',
        '1e308',
        '1e999',
      ],
      ...[
        '9007199254740993',
        '-9007199254740993',
        '2147483648',
        'NaN',
        'Infinity',
        '0x10',
        '01',
        'undefined',
        '"\\ud800"',
      ],
      ...['"\\u0000"', '{"__proto__":{"a":1}}', nested(200, '[', ']'), nested(3000, '[', ']')],
    ),
  },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.integer().map(String) },
)

const isObject = (one: unknown): one is Record<string, unknown> => typeof one === 'object' && one !== null

/** Every place in the body that something else could stand at. */
const placesIn = (body: unknown, path: string[] = []): string[][] =>
  isObject(body)
    ? [path, ...Object.entries(body).flatMap(([key, part]) => placesIn(part, [...path, key]))]
    : [path]

/** The body as JSON with that text in that place. */
const written = (body: unknown, [first, ...rest]: string[], replacement: string): string => {
  if (first === undefined) return replacement
  if (!isObject(body)) return JSON.stringify(body) ?? replacement
  if (Array.isArray(body))
    return `[${body.map((part, i) => (String(i) === first ? written(part, rest, replacement) : JSON.stringify(part))).join()}]`
  const parts = Object.entries(body).map(
    ([key, part]) =>
      `${JSON.stringify(key)}:${key === first ? written(part, rest, replacement) : JSON.stringify(part)}`,
  )
  return `{${parts.join()}}`
}

const bodyFrom = (body: unknown): fc.Arbitrary<string | undefined> => {
  const whole = JSON.stringify(body) ?? '{}'
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .tuple(fc.constantFrom(...placesIn(body)), value)
        .map(([path, one]) => written(body, path, one)),
    },
    { weight: 2, arbitrary: fc.constant(whole) },
    // Twice the same key; the last one counts.
    { weight: 1, arbitrary: value.map((one) => whole.replace(/^\{("[^"]+"):/, `{$1:${one},$1:`)) },
    { weight: 1, arbitrary: value },
    { weight: 1, arbitrary: text },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        undefined,
        '',
        '{',
        whole.slice(0, -1),
        `${whole}${whole}`,
        `\ufeff${whole}`,
        'a'.repeat(400_000),
      ),
    },
  )
}

/** Written into an address well, or as it is. */
const inAddress = text.chain((raw) =>
  fc
    .boolean()
    .map((isEncoded) =>
      isEncoded ? encodeURIComponent(raw.replace(/\p{Cs}/gu, '')) : raw.replace(/\p{Cs}/gu, ''),
    ),
)

const targetFrom = (target: string, names: readonly string[]): fc.Arbitrary<string> => {
  const [path = '', query = ''] = target.split('?')
  const segments = path.split('/')
  const pairs = query === '' ? [] : query.split('&')
  const withSegment = fc
    .tuple(fc.nat({ max: segments.length - 1 }), inAddress)
    .map(([at, one]) => segments.map((part, i) => (i === at && i > 2 ? one : part)).join('/'))
  const withPair = fc
    .tuple(fc.nat({ max: Math.max(0, pairs.length - 1) }), inAddress)
    .map(([at, one]) =>
      pairs.map((pair, i) => (i === at ? pair.replace(/=.*/s, () => `=${one}`) : pair)).join('&'),
    )
  const more = fc
    .array(fc.tuple(fc.constantFrom(...names, 'cursor', '__proto__', ''), inAddress), {
      minLength: 1,
      maxLength: 4,
    })
    .map((given) => given.map(([name, one]) => `${name}=${one}`))
  const shown = (thePath: string, theQuery: string) => (theQuery === '' ? thePath : `${thePath}?${theQuery}`)
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(target) },
    { weight: 4, arbitrary: withSegment.map((one) => shown(one, query)) },
    { weight: pairs.length > 0 ? 5 : 0, arbitrary: withPair.map((one) => shown(path, one)) },
    { weight: 3, arbitrary: more.map((given) => shown(path, [...pairs, ...given].join('&'))) },
  )
}

const headers = fc.record(
  {
    'content-type': fc.constantFrom(
      ...[
        'application/json',
        'application/json; charset=UTF-8',
        'application/json; charset=gbk',
        'text/plain',
        '',
      ],
      ...['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json\u0000'],
    ),
    'idempotency-key': text,
    authorization: fc.oneof(text, fc.constantFrom('Bearer', 'Bearer a.b.c', 'Bearer ..', 'Basic YTpi')),
    'accept-encoding': fc.oneof(fc.constantFrom('br', 'gzip;q=0', '*;q=0.5, br;q=x', 'identity;q=0'), text),
    'if-none-match': fc.oneof(fc.constantFrom('*', '"', 'W/"a", "b"'), text),
    'content-length': fc.constantFrom('-1', '99999999', 'x'),
    'x-forwarded-for': text,
    'x-http-method-override': fc.constantFrom('DELETE', 'PUT'),
  },
  { requiredKeys: [] },
)

export type Hostile = {
  /** Null: that of the operation. */
  method: string | null
  target: string
  body: string | undefined
  headers: Record<string, string>
  /** Who sends it: whoever would be answered, a citizen, or nobody. */
  by: 'whoever may' | 'a citizen' | 'nobody'
  sourceIp: string
}

/** Requests that came of a valid one; `names`: parameters that there are. */
export const hostileFrom = (
  { target, body }: StageRequest,
  names: readonly string[],
): fc.Arbitrary<Hostile> =>
  fc.record({
    // Not DELETE: on the same path it may well be valid, and takes away what is asked about.
    method: fc.oneof(
      { weight: 12, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom('HEAD', 'OPTIONS', 'PATCH', 'TRACE', 'CONNECT', 'FOO', 'get') },
    ),
    target: targetFrom(target, names),
    body: body === undefined ? fc.option(value, { nil: undefined }) : bodyFrom(body),
    headers: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: headers }),
    by: fc.oneof(
      { weight: 6, arbitrary: fc.constant('whoever may' as const) },
      { weight: 1, arbitrary: fc.constantFrom('a citizen' as const, 'nobody' as const) },
    ),
    sourceIp: fc.oneof(fc.ipV4(), fc.ipV6(), text),
  })
