/**
 * Which open reports a person asked the points for: written with the report and taken out with its decision, so that
 * theirs can be shown to them and erased with them. Whoever asked for no points is nowhere.
 */

import { type Key, parseItem, secondsOf, type Table, type Write } from '../../../shared/aws/table'
import { dayMs } from '../../../shared/day'
import * as z from '../../../shared/zod'
import { openReportKey, reporterKey } from '../keys'
import { daysKept, openReportSchema } from './open-report'

const reporterSchema = z.object({ open: z.optional(z.set(z.string())) })

/** Open reports of one person that points can be asked for at a time; more are counted, and nobody's. */
const mostOpen = 500
/** Longer than any access token lives: after it nobody can report as the person. */
const leftKeptMs = dayMs

const openNames = { '#open': 'open', '#left': 'left' }

/** Fragment: one report more of the person; refused where they have left, or have too many open. */
export const addReporter = (table: Table, person: string, report: { id: string; expiresAt: number }): Write =>
  table.update(reporterKey(person), {
    UpdateExpression: 'SET expiresAt = :expiresAt ADD #open :ids',
    ConditionExpression:
      'attribute_not_exists(#left) AND (attribute_not_exists(#open) OR size(#open) < :most)',
    names: openNames,
    values: { ':ids': new Set([report.id]), ':expiresAt': report.expiresAt, ':most': mostOpen },
  })

/**
 * Fragments: the report is decided, and nobody's any more. Where it was the last, the item's time is up, and the table drops
 * it: expired rather than deleted, so that the public's function needs no right to delete. Refused where the list has
 * changed since it was read.
 */
export const removeReporter = async (table: Table, person: string, id: string): Promise<Write[]> => {
  const item = await table.get(reporterKey(person), { consistent: true })
  const open = (item && parseItem(reporterSchema, item).open) ?? new Set()
  if (!open.has(id)) return []
  const [names, values] = [{ '#open': 'open' }, { ':id': id, ':size': open.size }]
  const same = { ConditionExpression: 'contains(#open, :id) AND size(#open) = :size', names }
  const write =
    open.size > 1
      ? { ...same, UpdateExpression: 'DELETE #open :ids', values: { ...values, ':ids': new Set([id]) } }
      : { ...same, UpdateExpression: 'SET expiresAt = :over REMOVE #open', values: { ...values, ':over': 1 } }
  return [table.update(reporterKey(person), write)]
}

export const reporterStore = (table: Table) => {
  const openOf = async (person: string): Promise<string[]> => {
    const item = await table.get(reporterKey(person), { consistent: true })
    return item ? [...(parseItem(reporterSchema, item).open ?? [])] : []
  }

  /** What was decided meanwhile is nobody's already. */
  const anonymise = async (key: Key, person: string): Promise<void> => {
    await table.updateOne(key, {
      UpdateExpression: 'REMOVE creditTo, #note',
      ConditionExpression: 'creditTo = :person',
      names: { '#note': 'note' },
      values: { ':person': person },
    })
  }

  return {
    /** The person's open reports, newest first. */
    async reportsOf(person: string) {
      const keys = (await openOf(person)).map(openReportKey)
      return (await table.getMany(keys, { consistent: true }))
        .map((item) => parseItem(openReportSchema, item))
        .filter(({ creditTo }) => creditTo === person)
        .sort((a, b) => b.id.localeCompare(a.id))
    },

    /**
     * Takes person and words out of every open report: that something is wrong with the place stays, said by nobody. First
     * comes a mark that lets no report in any more. Cut off, it is gone on with by asking again: the list goes last.
     */
    async forgetReporter(person: string, at: number): Promise<void> {
      const key = reporterKey(person)
      await table.updateOne(key, {
        UpdateExpression: 'SET #left = :true, expiresAt = :expiresAt',
        names: { '#left': 'left' },
        // As long as there can be an open report of theirs, for it may be long until they ask again.
        values: { ':true': true, ':expiresAt': secondsOf(at + (daysKept + 1) * dayMs) },
      })
      for (const id of await openOf(person)) await anonymise(openReportKey(id), person)
      await table.updateOne(key, {
        // Once more: the decision on their last report lets the item run out, mark and all.
        UpdateExpression: 'SET #left = :true, expiresAt = :expiresAt REMOVE #open',
        names: openNames,
        values: { ':true': true, ':expiresAt': secondsOf(at + leftKeptMs) },
      })
    },
  }
}
