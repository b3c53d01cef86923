/** Whether the city's centre is at work, and its week. Pure. */
import type { Calendar, Contact } from '@contract/places'
import { openAnswer } from '@functions/places/rules/opening'
import { lineOf, type OpenLine } from '@/places/view'
import { type Week, weekLines } from '@/places/week'

const heads = { open: '办公中', closed: '现在不办公', unknown: '办公时间未知', paused: '现在不办公' } as const

/** An office opens by its hours alone: it sells nothing, so no market closure shuts it. */
const officeOf = ({ hours }: Contact) => ({ kind: 'shelter', roles: [], hours }) as const

/** `办公中 · 开到 17:30`; `null` where the hours are unknown. `now` in ms. */
export function officeLine(contact: Contact, calendar: Calendar, now: number): OpenLine | null {
  if (contact.hours === null) return null
  const office = { ...officeOf(contact), roles: [] }
  const line = lineOf(openAnswer(office, calendar, now), office, now)
  return { ...line, text: `${heads[line.tone]} · ${line.text}` }
}

export function officeWeek(contact: Contact, calendar: Calendar, now: number): Week | null {
  return weekLines({ ...officeOf(contact), roles: [] }, calendar, now)
}
