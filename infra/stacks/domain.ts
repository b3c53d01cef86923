import { Stack, type StackProps } from 'aws-cdk-lib'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import type { Domain } from '../../functions/shared/declaration/domain'
import type { Config } from '../config'
import { notifyTopic } from '../constructs/alarms'
import { domainAlarms } from '../constructs/domain-alarms'
import { addDomainFunctions } from '../constructs/domain-functions'
import { originVerifyValue } from '../constructs/origin-verify'
import { originVerifyName } from '../names'
import type { ApiStack } from './api'
import type { WatchStack } from './watch'

export type DomainStackProps = StackProps & {
  domain: Domain
  /** With the routes that lead here, and the secrets. */
  api: ApiStack
  watch: WatchStack
  buildVersion: string
  /** Folder of the functions' bundles. */
  bundles: string
}

/** The functions of one domain with their roles, logs, jobs and alarms; its table is in the data stack, its routes in api. */
export class DomainStack extends Stack {
  constructor(scope: Construct, id: string, config: Config, props: DomainStackProps) {
    const { domain, api, watch, buildVersion, bundles, ...stackProps } = props
    super(scope, id, stackProps)
    // By name: a dynamic reference cannot hold what another stack exports.
    const originVerify = originVerifyValue(config, originVerifyName(config))
    const shared = { config, domain, secrets: api.secrets, buildVersion, bundles }
    const answering = addDomainFunctions(this, { ...shared, originVerify })
    answering.function.addPermission('Gateway', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: this.formatArn({
        service: 'execute-api',
        resource: api.api.apiId,
        resourceName: '*/*/*',
      }),
    })
    notifyTopic(domainAlarms(this, config, domain, answering.logGroup), watch.topic)
  }
}
