/**
 * The facts of a place as an import compares, keeps and counts them. They are the fields of a stored place: one that is added
 * there without a description is a type error here, and one of contract/added-fields.ts needs no other.
 */
import * as z from '../../../shared/zod'
import {
  type AddedField,
  type AddedName,
  addedColumns,
  addedFields,
  addedNames,
} from '../../contract/added-fields'
import { type PlaceDraft, placeRecordSchema } from '../../rules/record'
import type { Column } from '../row/columns'

/** All that a place is, but for its id and what others say of it. */
const factSchema = z.omit(placeRecordSchema, { id: true, doubts: true, updatedAt: true })
const factNameSchema = z.keyof(factSchema)
export type Fact = z.infer<typeof factNameSchema>
export const facts: readonly Fact[] = factNameSchema.options

type FactDescription = {
  /** What people call it. */
  title: string
  /** The column whose cell may be unreadable without costing the row: what is known of the place then stays. */
  column?: Column
  /** A list whose order says nothing. */
  isUnordered?: true
  /** Written in the same cell as this fact. */
  partOf?: Fact
  /** An empty cell never keeps what is known: a date goes with what it dates (plan.ts), `demo` is the import's to say. */
  isNeverKept?: true
}

const described: Readonly<Record<Exclude<Fact, AddedName>, FactDescription>> = {
  kind: { title: '类别' },
  outletNo: { title: '编号' },
  name: { title: '名称' },
  roles: { title: '服务角色', column: 'roles', isUnordered: true },
  channel: { title: '渠道', column: 'channel' },
  district: { title: '区县' },
  address: { title: '地址', column: 'address' },
  lng: { title: '经度' },
  lat: { title: '纬度' },
  positionVerifiedOn: { title: '核实日期', isNeverKept: true },
  phone: { title: '电话', column: 'phone' },
  hours: { title: '营业时间', column: 'hours' },
  amenities: { title: '便民设施', column: 'amenities', isUnordered: true },
  project: { title: '公益金项目' },
  demo: { title: '演示数据', isNeverKept: true },
}

const isAdded = (fact: Fact): fact is AddedName => addedNames.some((name) => name === fact)

const descriptionOf = (fact: Fact): FactDescription => {
  if (!isAdded(fact)) return described[fact]
  const { title, ...field }: AddedField = addedFields[fact]
  if ('partOf' in field) return { title, partOf: field.partOf }
  return { title, column: addedColumns.find(({ column }) => column === fact)?.column }
}

const descriptions: ReadonlyMap<Fact, FactDescription> = new Map(
  facts.map((fact) => [fact, descriptionOf(fact)]),
)

export const factTitle = (fact: Fact): string => descriptions.get(fact)?.title ?? fact

/** The fact of which a column's unreadable cell says nothing; null where the cell costs the row, or holds no fact. */
export const factOfColumn = (column: Column): Fact | null =>
  facts.find((fact) => descriptions.get(fact)?.column === column) ?? null

/** Whether an import that says these of a place would change nothing. */
export const areSameFacts = (a: PlaceDraft, b: PlaceDraft): boolean =>
  facts.every((fact) => textOf(fact, a) === textOf(fact, b))

/** Known in `place` and empty in `draft`. */
export const emptiedFacts = (draft: PlaceDraft, place: PlaceDraft): Fact[] =>
  facts.filter(
    (fact) =>
      !descriptions.get(fact)?.isNeverKept &&
      descriptions.get(fact)?.partOf === undefined &&
      isUnknown(draft[fact]) &&
      !isUnknown(place[fact]),
  )

/** The draft with these facts, and what is part of them, as the place has them. */
export const withFactsOf = (draft: PlaceDraft, place: PlaceDraft, kept: readonly Fact[]): PlaceDraft =>
  facts
    .filter((fact) => kept.includes(descriptions.get(fact)?.partOf ?? fact))
    .reduce((merged, fact) => withFact(merged, place, fact), draft)

const withFact = <F extends Fact>(draft: PlaceDraft, place: PlaceDraft, fact: F): PlaceDraft =>
  place[fact] === undefined ? draft : { ...draft, [fact]: place[fact] }

const isUnknown = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Equal facts have equal texts: what was read back from a table may have its keys in another order. */
const textOf = (fact: Fact, place: PlaceDraft): string => {
  const value: unknown = place[fact]
  if (isUnknown(value)) return ''
  return descriptions.get(fact)?.isUnordered && Array.isArray(value)
    ? JSON.stringify(value.map((entry) => JSON.stringify(sorted(entry))).sort())
    : JSON.stringify(sorted(value))
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => [key, sorted(entry)])
}
