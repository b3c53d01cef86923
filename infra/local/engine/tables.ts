/** Creates the tables of the synthesized template in a local engine, so that local and cloud cannot drift. */
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  ListTablesCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb'
import * as z from '../../../functions/shared/zod'
import { resourcesOf, type Template } from '../builds/template'

const tableSchema = z.object({
  TableName: z.string(),
  KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) })),
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  BillingMode: z.literal('PAY_PER_REQUEST'),
  TimeToLiveSpecification: z.optional(z.object({ AttributeName: z.string(), Enabled: z.boolean() })),
  // An index here would have to be created too; better a loud failure than a table that lacks one.
  GlobalSecondaryIndexes: z.optional(z.never()),
  LocalSecondaryIndexes: z.optional(z.never()),
})

/** Names of the tables that the template describes. */
export const tableNames = (template: Template): string[] =>
  tablesOf(template).map(({ TableName }) => TableName)

/** Creates what is missing; returns the names of the tables it created. */
export const createTables = async (template: Template, client: DynamoDBClient): Promise<string[]> => {
  const { TableNames: existing = [] } = await client.send(new ListTablesCommand({}))
  const missing = tablesOf(template).filter(({ TableName }) => !existing.includes(TableName))
  for (const table of missing) await createTable(table, client)
  return missing.map(({ TableName }) => TableName)
}

/** Creates all of them, of which none may be there. */
export const createNewTables = async (template: Template, client: DynamoDBClient): Promise<void> => {
  for (const table of tablesOf(template)) await createTable(table, client)
}

const createTable = async (
  { TimeToLiveSpecification, ...table }: z.infer<typeof tableSchema>,
  client: DynamoDBClient,
): Promise<void> => {
  await client.send(new CreateTableCommand(table satisfies CreateTableCommandInput))
  if (TimeToLiveSpecification)
    await client.send(new UpdateTimeToLiveCommand({ TableName: table.TableName, TimeToLiveSpecification }))
}

const tablesOf = (template: Template) =>
  [...resourcesOf(template, 'AWS::DynamoDB::Table').values()].map((properties) =>
    tableSchema.parse(properties),
  )
