/**
 * Bulletins and years of the fund as tables: files that leave the desk, and that come in again as drafts. Only the desk imports this file.
 * docs/decisions/068 says what a row is.
 */
import { exportIdSchema } from '../../audit/contract'
import { adcodeSchema, cursorSchema, personIdSchema } from '../../shared/contract'
import { listOfKnown, openEnum } from '../../shared/tolerant'
import * as z from '../../shared/zod'

/** A row is a bulletin. */
export const bulletinColumns = [
  '编号',
  '栏目',
  '标题',
  '日期',
  '摘要',
  '正文',
  '附件',
  '荣誉对象',
  '荣誉名称',
  '荣誉年份',
] as const
export type BulletinColumn = (typeof bulletinColumns)[number]

/** A row is a figure of a year. */
export const fundColumns = ['年份', '项目', '名称', '数值', '单位', '来源', '日期', '说明', '地点'] as const
export type FundColumn = (typeof fundColumns)[number]

export const sheetKinds = ['bulletin', 'fund'] as const
export type SheetKind = (typeof sheetKinds)[number]

/** Rows of a file, its header not counted. */
export const mostSheetRows = 500
/** Bytes of a file. */
export const mostSheetBytes = 1024 * 1024
/** As base64. */
const fileSchema = z
  .string()
  .check(z.regex(/^[A-Za-z0-9+/]+={0,2}$/), z.maxLength(Math.ceil(mostSheetBytes / 3) * 4))

export const checkSheetRequestSchema = z.strictObject({
  region: adcodeSchema,
  kind: z.enum(sheetKinds),
  file: fileSchema,
})
/** `plan`: the one that was seen; refused where the file would do something else by now. */
export const importSheetRequestSchema = z.strictObject({
  ...checkSheetRequestSchema.shape,
  plan: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
})

/** About a row; `line` null: about the file, as its editor counts from 1; `column` null: about the row. `reason`: Chinese. */
const sheetProblemSchema = z.object({
  line: z.nullable(z.int()),
  column: z.nullable(z.string()),
  reason: z.string(),
})
export type SheetProblem = z.infer<typeof sheetProblemSchema>

/** `same`: stands there already. `waits`: waits for review or its time, and is left as it is. */
const sheetChanges = ['new', 'changed', 'same', 'waits'] as const
export type SheetChange = (typeof sheetChanges)[number]

const plannedEntrySchema = z.object({
  id: z.string(),
  /** The first of its rows. */
  line: z.int(),
  title: z.string(),
  change: openEnum(sheetChanges),
  /** What differs, by its column or figure; long texts are cut. Empty where the entry is new. */
  fields: listOfKnown(z.object({ name: z.string(), before: z.string(), after: z.string() })),
  /** How much is missing before it can be submitted, and how much of it the law forbids to say. */
  lacks: z.int(),
  refused: z.int(),
  /** Figures of a year that would not be known any more. */
  emptied: z._default(z.int(), 0),
  /** Of the draft in whose place it comes: they may not approve it, nor may whoever imports it. Empty where nothing is written. */
  writers: z._default(z.array(personIdSchema), []),
})
export type PlannedEntry = z.infer<typeof plannedEntrySchema>

/** What the file would do. Where `problems` are, nothing of it is done. */
export const sheetPlanSchema = z.object({
  plan: z.string(),
  rows: z.int(),
  problems: z.array(sheetProblemSchema),
  entries: listOfKnown(plannedEntrySchema),
})
export type SheetPlan = z.infer<typeof sheetPlanSchema>

/** `left`: changed by somebody meanwhile, and not touched. */
export const importedSheetSchema = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      done: openEnum(['created', 'changed', 'left']),
      /** Of the working text, to submit it. */
      revision: z.int(),
    }),
  ),
})
export type ImportedSheet = z.infer<typeof importedSheetSchema>

export const exportSheetRequestSchema = z.strictObject({
  region: adcodeSchema,
  kind: z.enum(sheetKinds),
  /** Of the page before; absent: the export begins. */
  export: z.optional(exportIdSchema),
  cursor: z.optional(cursorSchema),
})
/** Cells in the order of the columns. */
export const exportSheetResponseSchema = z.object({
  export: exportIdSchema,
  rows: z.array(z.array(z.string())),
  cursor: z.nullable(cursorSchema),
})
