/** Whether something kept on the device is a draft of a year of the fund. Pure. */
import * as z from '@common/zod'
import type { FundDraft } from './draft'

const text = z.string()
const origin = { source: text, date: z.nullable(text) }
const figure = z.object({ amount: text, ...origin })
const writtenSchema = z.object({
  year: text,
  sales: figure,
  prizes: figure,
  raised: figure,
  kept: z.object({ city: text, province: text, nation: text, ...origin }),
  uses: z.array(
    z.object({ id: text, title: text, about: text, places: z.array(text), amount: text, ...origin }),
  ),
  jobs: z.object({ count: text, ...origin }),
  note: text,
})

export const isFundDraft = (value: unknown): value is FundDraft => writtenSchema.safeParse(value).success
