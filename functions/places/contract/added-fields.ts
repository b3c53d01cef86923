/**
 * The fields of a place that joined after the catalogue's format was fixed, each described once. To add one, name its schema
 * and its description here and its column in docs/import.md: catalogue, contract, import, comparison, GeoJSON and the
 * detail page take it from here. It is optional in every form: older servers, phones and files know nothing of it.
 */
import { orAbsent } from '../../shared/tolerant'
import * as z from '../../shared/zod'

/** What answers and stored places hold; absent where nothing is known. */
export const addedShape = {
  /** Further numbers, in the order to try them. */
  otherPhones: z.optional(z.array(z.string())),
}

/** How the field is written in a cell of a places file, and said on screens. */
export type CellForm =
  | { form: 'text'; longest: number }
  /** `yes` or `no`, also 有, 没有, 是, 否. */
  | { form: 'yes-no' }
  /** One of these, each with its Chinese name. */
  | { form: 'word'; words: Readonly<Record<string, string>> }

export type AddedField = {
  /** What people call it. */
  title: string
} & (
  | {
      /** In a column of the field's own name. */
      cell: CellForm
    }
  | {
      /** Written and shown with this field. */
      partOf: 'phone'
    }
)

export const addedFields = {
  otherPhones: { title: '其他电话', partOf: 'phone' },
} as const satisfies Readonly<Record<keyof typeof addedShape, AddedField>>

export const addedSchema = z.object(addedShape)
const addedNameSchema = z.keyof(addedSchema)
export type AddedName = z.infer<typeof addedNameSchema>
export const addedNames: readonly AddedName[] = addedNameSchema.options

const described: Readonly<Record<AddedName, AddedField>> = addedFields

/** Those with a column of their own. */
export type AddedColumn = {
  [Name in AddedName]: (typeof addedFields)[Name] extends { cell: CellForm } ? Name : never
}[AddedName]

/** In the order of the description. */
export const addedColumns: readonly { column: AddedColumn; title: string; cell: CellForm }[] =
  addedNames.flatMap((name) => {
    const field = described[name]
    return 'cell' in field && isColumn(name) ? [{ column: name, title: field.title, cell: field.cell }] : []
  })

function isColumn(name: AddedName): name is AddedColumn {
  return 'cell' in described[name]
}

type Shape = Readonly<Record<string, z.ZodMiniType>>
type Tolerant<Fields extends Shape> = { [Name in keyof Fields]: ReturnType<typeof orAbsent<Fields[Name]>> }

/** The same fields as a client reads them: one that it cannot read is absent. */
export const addedShapeAsRead = tolerant(addedShape)

function tolerant<Fields extends Shape>(shape: Fields): Tolerant<Fields>
function tolerant(shape: Shape): Shape {
  return Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, orAbsent(schema)]))
}
