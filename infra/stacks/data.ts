import { Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { Domain } from '../../functions/shared/declaration/domain'
import type { Config } from '../config'
import { DomainTable } from '../constructs/domain-table'
import { tableName } from '../names'

/** The tables, alone in a stack, so that no deployment of code can touch them. */
export class DataStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    config: Config,
    { domains, ...props }: StackProps & { domains: readonly Domain[] },
  ) {
    super(scope, id, props)
    for (const { name, table } of domains) {
      if (table) {
        // A restored table is another resource: the one it takes over from is left alone, not replaced.
        new DomainTable(this, config.tables[name] ?? name, {
          tableName: tableName(config, name),
          expiry: table.expiry,
        })
      }
    }
  }
}
