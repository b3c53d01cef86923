import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'

export type DomainTableProps = {
  /** Physical name. It is fixed, so that stacks need no exports of each other and a restored table can take over. */
  tableName: string
  /** Attribute with the epoch second after which an item may vanish. */
  expiry: string
}

/** The one shape of a table here: string keys PK and SK, pay per request, recoverable to any second of 35 days. */
export class DomainTable extends Construct {
  readonly table: Table

  constructor(scope: Construct, id: string, { tableName, expiry }: DomainTableProps) {
    super(scope, id)
    this.table = new Table(this, 'Table', {
      tableName,
      partitionKey: { name: 'PK', type: AttributeType.STRING },
      sortKey: { name: 'SK', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      encryption: TableEncryption.AWS_MANAGED,
      deletionProtection: true,
      // Not plain RETAIN: what a failed first creation left would block the second (docs/decisions/025).
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      timeToLiveAttribute: expiry,
    })
  }
}
