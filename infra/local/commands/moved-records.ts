/**
 * The record of what staff did as 0.4.0 kept it, in the table of points, moved to the table of its own. Each record moves in
 * one transaction, so the work may be cut off anywhere and begun again.
 */
import { type DynamoDBDocumentClient, ScanCommand, type ScanCommandInput } from '@aws-sdk/lib-dynamodb'
import { auditRecordSchema } from '../../../functions/audit/contract'
import { recordKeyOf } from '../../../functions/audit/store/keys'
import { recordWrites } from '../../../functions/audit/store/writes'
import { type Item, type Key, openTable, parseItem, type Table } from '../../../functions/shared/aws/table'
import * as z from '../../../functions/shared/zod'

/** How 0.4.0 began the partitions of records (`audit#<region>#<month>`) and of pointers from whoever did it (`acts#<person>`). */
const [oldRecords, oldActions] = ['audit#', 'acts#']

const keySchema = z.object({ PK: z.string(), SK: z.string() })
const recordSchema = z.extend(auditRecordSchema, { PK: z.string(), SK: z.string(), expiresAt: z.number() })
/** An adjustment as it is found from the person it concerns, with where its record stands. */
const adjustmentSchema = z.extend(keySchema, { audit: keySchema })

type Names = { points: string; audit: string }
/** How many were moved, rewritten, deleted by this run. */
export type Moved = { records: number; adjustments: number; pointers: number }

export const moveRecords = async (client: DynamoDBDocumentClient, names: Names): Promise<Moved> => {
  const points = openTable({ name: names.points, client })
  const audit = openTable({ name: names.audit, client })
  const found = (filter: Filter) => scan(client, names.points, filter)
  const begins = { FilterExpression: 'begins_with(PK, :begin)' }
  // Adjustments come after all records: one that named a moved record too early would lose what it says about a person.
  return {
    records: await count(found({ ...begins, values: { ':begin': oldRecords } }), moveRecord(points, audit)),
    adjustments: await count(
      found({
        FilterExpression: 'begins_with(#audit.PK, :begin)',
        names: { '#audit': 'audit' },
        values: { ':begin': oldRecords },
      }),
      rewriteAdjustment(points),
    ),
    pointers: await count(found({ ...begins, values: { ':begin': oldActions } }), async (item) => {
      const { PK, SK } = parseItem(keySchema, item)
      return (await points.transact([points.remove({ PK, SK })])).ok
    }),
  }
}

const regionOf = ({ PK }: Key) => PK.split('#')[1] ?? ''
const newKeyOf = (key: Key): Key => recordKeyOf({ SK: key.SK, region: regionOf(key) })

/** False where another run was faster. */
const moveRecord =
  (points: Table, audit: Table) =>
  async (item: Item): Promise<boolean> => {
    const { PK, SK, expiresAt, ...record } = parseItem(recordSchema, item)
    const stored = { key: newKeyOf({ PK, SK }), region: regionOf({ PK, SK }), expiresAt, record }
    const moved = await points.transact([
      ...recordWrites(audit, stored),
      points.remove({ PK, SK }, { ConditionExpression: 'attribute_exists(PK)' }),
      points.remove({ PK: `${oldActions}${record.by}`, SK }),
    ])
    return moved.ok
  }

const rewriteAdjustment =
  (points: Table) =>
  async (item: Item): Promise<boolean> => {
    const { PK, SK, audit } = parseItem(adjustmentSchema, item)
    const changed = await points.updateOne(
      { PK, SK },
      {
        UpdateExpression: 'SET #audit = :new',
        ConditionExpression: '#audit = :old',
        names: { '#audit': 'audit' },
        values: { ':new': newKeyOf(audit), ':old': audit },
      },
    )
    return changed.ok
  }

const count = async (items: AsyncIterable<Item>, each: (item: Item) => Promise<boolean>) => {
  let done = 0
  for await (const item of items) if (await each(item)) done++
  return done
}

type Filter = { FilterExpression: string; names?: Record<string, string>; values: Item }

/** The whole table is read, as no partition tells which cities, months and persons there are. */
async function* scan(client: DynamoDBDocumentClient, name: string, filter: Filter): AsyncGenerator<Item> {
  let from: ScanCommandInput['ExclusiveStartKey']
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: name,
        ConsistentRead: true,
        ExclusiveStartKey: from,
        FilterExpression: filter.FilterExpression,
        ExpressionAttributeNames: filter.names,
        ExpressionAttributeValues: filter.values,
      }),
    )
    yield* page.Items ?? []
    from = page.LastEvaluatedKey
  } while (from)
}
