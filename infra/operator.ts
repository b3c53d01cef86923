/**
 * Who runs a deployment, and what the law wants said of it (docs/compliance.md). Everything may be missing while one
 * develops; what is published without it is refused, see `operatorOfRelease`.
 */
import * as z from '../functions/shared/zod'

const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))

export const operatorSchema = z.object({
  /** Full name as registered. */
  name: z.optional(text),
  address: z.optional(text),
  phone: z.optional(text),
  /** Telephone number for complaints and reports of content. */
  complaints: z.optional(text),
  /** 备案号 of the mini-program. */
  filing: z.optional(text),
  /** 公安联网备案号, where there is one. */
  policeFiling: z.optional(text),
  /** Where the data lie, e.g. `中国境内（宁夏）`. */
  dataIn: z.optional(text),
  /** Whoever processes for the operator: who, what, where. */
  processors: z.optional(z.array(z.object({ name: text, does: text, where: text })).check(z.minLength(1))),
  /** By adcode: the centre that answers for its city, where it is another than the operator. */
  cities: z.optional(
    z.record(z.string().check(z.regex(/^[1-9]\d{5}$/)), z.object({ name: text, phone: text })),
  ),
})
export type Operator = z.infer<typeof operatorSchema>

/** Settings that a published mini-program cannot be without, and what each is. */
const needed = {
  name: '运营者全称',
  address: '运营者地址',
  phone: '运营者联系电话',
  complaints: '投诉举报电话',
  filing: '小程序备案号',
  dataIn: '数据存放的地方',
  processors: '受托处理信息的各方',
} as const satisfies Partial<Record<keyof Operator, string>>

/** One line for each setting that is missing; none if it may be published. */
export const missingOf = (operator: Operator = {}): string[] =>
  Object.entries(needed).flatMap(([field, meaning]) =>
    field in operator ? [] : [`operator.${field}: ${meaning}`],
  )
