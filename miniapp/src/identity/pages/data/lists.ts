/** What the export lists beside account and points, read for the page. Pure. What this version cannot read is in the file. */
import * as z from '@common/zod'
import type { ExportResponse } from '@contract/identity'
import { reportFactSchema } from '@contract/places'
import { adjustmentStates } from '@contract/points'
import { instantSchema } from '@contract/shared'
import { adjustmentStateNames, otherName } from '@/desk/words'
import { reportFactNames } from '@/places/words'
import { pointsText } from '@/shared/components/points'
import { rolesText } from '@/shared/session/role-text'

export interface Line {
  title: string
  text: string
  /** ISO 8601. */
  at: string
}
/** `more`: whether there are others that the page does not show. `isCut`: there are older ones that are not in the file either. */
export interface Listed {
  lines: readonly Line[]
  more: boolean
  isCut: boolean
}
type Naming = (region: string) => string

/** As many as one looks through on a phone. */
const mostShown = 10

function listed(lines: readonly (Line | null)[], isCut = false): Listed {
  const read = lines.flatMap((line) => (line ? [line] : []))
  const shown = read.slice(0, mostShown)
  return { lines: shown, more: isCut || lines.length > shown.length, isCut }
}

const reportSchema = z.object({
  place: z.string(),
  fact: reportFactSchema,
  note: z.nullable(z.string()),
  at: instantSchema,
})

/** Open reports that are to bring the person points. `placeName`: undefined for a place that is not known here. */
export function reportsIn(
  { reports = [] }: ExportResponse,
  placeName: (id: string) => string | undefined,
): Listed {
  return listed(
    reports.map((raw) => {
      const report = reportSchema.safeParse(raw)
      if (!report.success) return null
      const { place, fact, note, at } = report.data
      const where = placeName(place) ?? `编号 ${place}`
      return { title: `${where}：${reportFactNames[fact]}`, text: note ?? '没有写说明', at }
    }),
  )
}

const adjustmentSchema = z.object({
  points: z.int(),
  text: z.string(),
  state: z.enum(adjustmentStates),
  proposedAt: instantSchema,
})
const holdingSchema = z.object({ region: z.string(), adjustments: z.optional(z.array(z.unknown())) })

/** What staff gave or took by hand, and why. */
export function adjustmentsIn({ points }: ExportResponse): Listed {
  const all = points.flatMap((raw) => holdingSchema.safeParse(raw).data?.adjustments ?? [])
  return listed(
    all.map((raw) => {
      const adjustment = adjustmentSchema.safeParse(raw)
      if (!adjustment.success) return null
      const { points: change, text, state, proposedAt: at } = adjustment.data
      return { title: `${pointsText(change, true)} 分，${adjustmentStateNames[state]}`, text, at }
    }),
  )
}

const roleActionNames = { granted: '开通', revoked: '收回', left: '注销', other: '改变' } as const

/** Changes of the person's own roles, and those that they made for others. */
export function roleChangesIn({ roleChanges }: ExportResponse, cityName: Naming): Listed {
  if (!roleChanges) return listed([])
  const line =
    (whose: string) =>
    ({ deed: action, region, after, at }: (typeof roleChanges.own)[number]): Line => ({
      title: `${whose}${roleActionNames[action]}身份`,
      text: after.length > 0 ? `之后是 ${rolesText(after, cityName)}` : `之后在${cityName(region)}没有身份`,
      at,
    })
  const all = [...roleChanges.own.map(line('给你')), ...roleChanges.made.map(line('你给别人'))]
  return listed(
    all.sort((a, b) => b.at.localeCompare(a.at)),
    roleChanges.more,
  )
}

/** `name`: in the server's words, for only the desk knows those of every domain. */
const actSchema = z.object({ name: z.optional(z.string()), region: z.string(), at: instantSchema })

/** What the person did as staff. */
export function actsIn({ acts }: ExportResponse, cityName: Naming): Listed {
  return listed(
    (acts?.list ?? []).map((raw) => {
      const act = actSchema.safeParse(raw)
      if (!act.success) return null
      const { name = otherName, region, at } = act.data
      return { title: name, text: cityName(region), at }
    }),
    acts?.more,
  )
}
