/** How a city's centre is reached. */

import type { Table } from '../../../shared/aws/table'
import { err, ok, type Result } from '../../../shared/result'
import type { Contact } from '../../contract'
import { headKey } from '../keys'
import { regionListWriter } from './region-list'

export const contactWriter = (table: Table, clock: () => number) => ({
  /** Replaces the contact of the city's centre: a new version of the region. */
  async setContact(adcode: string, contact: Contact): Promise<Result<undefined, 'unknown-region'>> {
    const written = await table.updateOne(headKey(adcode), {
      UpdateExpression: 'SET #version = #version + :one, updatedAt = :now, #contact = :contact',
      ConditionExpression: 'attribute_exists(PK)',
      names: { '#version': 'version', '#contact': 'contact' },
      values: { ':one': 1, ':now': new Date(clock()).toISOString(), ':contact': contact },
    })
    if (!written.ok) return err('unknown-region')
    await regionListWriter(table).updateRegionList()
    return ok(undefined)
  },
})
