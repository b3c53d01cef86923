/** Values of a schema, made by walking it: every form of a union and every word of a list comes in one of them. */
import fc from 'fast-check'
import * as z from '../../../functions/shared/zod'

type Schema = z.core.$ZodType
export type Path = readonly (string | number)[]
/** `value`: a word of a list stands there. `fields`: an object does, which may get fields. `keys`: a record by words of a list. */
export type Place = { path: Path; is: 'value' | 'fields' | 'keys' }
export type Sample = { value: unknown; places: Place[] }

/** @param turn which form and which word of each is taken: 0, 1, 2, … */
export function sampleOf(schema: Schema, turn: number, path: Path = []): Sample {
  if (schema instanceof z.ZodMiniCatch) return sampleOf(schema._zod.def.innerType, turn, path)
  if (schema instanceof z.ZodMiniOptional) return sampleOf(schema._zod.def.innerType, turn, path)
  if (schema instanceof z.ZodMiniNullable) return sampleOf(schema._zod.def.innerType, turn, path)
  if (schema instanceof z.ZodMiniPipe) return sampleOf(schema._zod.def.in, turn, path)
  if (schema instanceof z.ZodMiniDiscriminatedUnion) return formOf(schema, turn, path)
  if (schema instanceof z.ZodMiniUnion) return sampleOf(at(schema._zod.def.options, turn), turn, path)
  if (schema instanceof z.ZodMiniObject) return objectOf(schema, turn, path)
  if (schema instanceof z.ZodMiniRecord) return recordOf(schema, turn, path)
  if (schema instanceof z.ZodMiniArray) {
    const { element } = schema._zod.def
    return together([0, 1].map((i) => [i, sampleOf(element, turn + i, [...path, i])]))
  }
  if (schema instanceof z.ZodMiniTuple)
    return together(schema._zod.def.items.map((item, i) => [i, sampleOf(item, turn, [...path, i])]))
  if (schema instanceof z.ZodMiniEnum)
    return { value: at(schema.options, turn), places: [{ path, is: 'value' }] }
  return { value: plainOf(schema, path), places: [] }
}

/** As a list. */
const together = (parts: readonly (readonly [number, Sample])[]): Sample => ({
  value: parts.map(([, { value }]) => value),
  places: parts.flatMap(([, { places }]) => places),
})

function formOf(schema: z.ZodMiniDiscriminatedUnion, turn: number, path: Path): Sample {
  const { options, discriminator } = schema._zod.def
  const { value, places } = sampleOf(at(options, turn), turn, path)
  return { value, places: [...places, { path: [...path, discriminator], is: 'value' }] }
}

function objectOf(schema: z.ZodMiniObject, turn: number, path: Path): Sample {
  const parts = Object.entries(schema.shape).map(
    ([name, field]) => [name, sampleOf(field, turn, [...path, name])] as const,
  )
  return {
    value: Object.fromEntries(parts.map(([name, { value }]) => [name, value])),
    places: [...parts.flatMap(([, { places }]) => places), { path, is: 'fields' }],
  }
}

function recordOf(schema: z.ZodMiniRecord, turn: number, path: Path): Sample {
  const { keyType, valueType } = schema._zod.def
  const isOfWords = keyType instanceof z.ZodMiniEnum
  const names = isOfWords ? keyType.options.map(String) : [String(plainOf(keyType, path))]
  const parts = names.map((name) => [name, sampleOf(valueType, turn, [...path, name])] as const)
  return {
    value: Object.fromEntries(parts.map(([name, { value }]) => [name, value])),
    places: [
      ...parts.flatMap(([, { places }]) => places),
      ...(isOfWords ? [{ path, is: 'keys' as const }] : []),
    ],
  }
}

const plain = [
  '2026-11-18T02:00:00.000Z',
  '2026-11-18',
  '2026-11',
  '320800',
  '320800-32080290',
  'a',
  'https://bucket.example/',
  1,
  2,
  2000,
  true,
  {},
  null,
  undefined,
]

/** What is neither made of others nor one of a list. */
function plainOf(schema: Schema, path: Path): unknown {
  const isTaken = (value: unknown) => z.core.safeParse(schema, value).success
  const found = plain.find(isTaken)
  if (found !== undefined || isTaken(undefined)) return found
  if (schema instanceof z.ZodMiniLiteral) return schema._zod.def.values[0]
  const matching = patternsOf(schema).map(matchOf).find(isTaken)
  if (matching === undefined)
    throw new Error(`no value is known for ${path.join('.')}: give one to \`plain\``)
  return matching
}

const matches = new Map<string, string>()
/** Found once for each: a search takes a while. */
function matchOf(pattern: RegExp): string {
  const known = matches.get(pattern.source)
  if (known !== undefined) return known
  const [found = ''] = fc.sample(fc.stringMatching(pattern), { seed: 1, numRuns: 1 })
  matches.set(pattern.source, found)
  return found
}

const patternsOf = (schema: Schema): RegExp[] =>
  (schema._zod.def.checks ?? []).flatMap(({ _zod: { def } }) =>
    'pattern' in def && def.pattern instanceof RegExp ? [def.pattern] : [],
  )

function at<T>(list: readonly T[], turn: number): T {
  const found = list[turn % list.length]
  if (found === undefined) throw new Error('a list of no words')
  return found
}
