/** Who runs this deployment, as the build was configured (infra/operator.ts), in Chinese. Pure. */
import * as z from '@common/zod'
import type { Part } from './privacy/text'

const shownSchema = z.object({
  flavour: z.enum(['china', 'global']),
  siteFiling: z.nullable(z.string()),
  operator: z.object({
    name: z.string(),
    address: z.string(),
    phone: z.string(),
    complaints: z.string(),
    filing: z.string(),
    policeFiling: z.optional(z.string()),
    dataIn: z.string(),
    processors: z.array(z.object({ name: z.string(), does: z.string(), where: z.string() })),
    cities: z.optional(z.record(z.string(), z.object({ name: z.string(), phone: z.string() }))),
  }),
})
export type Shown = z.infer<typeof shownSchema>

/** Null where the build names no operator: one for development. */
export function shownIn(setting: string | undefined): Shown | null {
  if (!setting) return null
  return z.parse(shownSchema, JSON.parse(setting))
}

export const shown = shownIn(process.env.TARO_APP_OPERATOR)

const abroad = '这个版本不提供给中国境内的人使用。在中国境内，请使用微信里的版本。'

/** The first part of the privacy text. `adcode`: the city one looks at, if it is known. */
export function operatorPart(build: Shown | null, adcode: string | null): Part {
  const title = '谁在处理你的信息'
  if (!build) return { title, lines: ['这是开发用的版本，没有填写运营者，不用于对外服务。'] }
  const { operator, flavour } = build
  const centre = operator.cities?.[adcode ?? '']
  return {
    title,
    lines: [
      ...(flavour === 'global' ? [abroad] : []),
      `运营者是${operator.name}，地址：${operator.address}，电话：${operator.phone}。`,
      ...(centre ? [`你看的这座城市，由${centre.name}负责，电话：${centre.phone}。`] : []),
      `信息存放在${operator.dataIn}。`,
      ...operator.processors.map(({ name, does, where }) => `受托处理：${name}，${does}，在${where}。`),
      `投诉、举报打 ${operator.complaints}，也可以打 12377。`,
    ],
  }
}

/** Numbers of filings that have to be seen, each with what it is. */
export const filingsOf = ({ operator, siteFiling }: Shown): { title: string; no: string }[] => [
  { title: '小程序备案号', no: operator.filing },
  ...(siteFiling ? [{ title: '网站备案号', no: siteFiling }] : []),
  ...(operator.policeFiling ? [{ title: '公安联网备案号', no: operator.policeFiling }] : []),
]
