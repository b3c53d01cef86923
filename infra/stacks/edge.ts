import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import type { Construct } from 'constructs'
import type { Config } from '../config'
import { stackName } from '../names'

/** Requests of one address in five minutes. Carriers put many phones behind one address, hence not less. */
export const requestsPerAddress = 3000

const managedRules = [
  'AWSManagedRulesAmazonIpReputationList',
  'AWSManagedRulesKnownBadInputsRuleSet',
  'AWSManagedRulesCommonRuleSet',
]

/** Blocks bodies of more than 8 KB, and a gift's picture has 80 (280 from older packages): the functions have limits of their own. */
const onlyCounted: Record<string, CfnWebACL.RuleActionOverrideProperty[]> = {
  AWSManagedRulesCommonRuleSet: [{ name: 'SizeRestrictions_BODY', actionToUse: { count: {} } }],
}

/**
 * The web ACL for CloudFront, which AWS wants in us-east-1 whatever the region. Its ARN goes into the configuration by
 * hand: a reference across regions would tie the stacks so that neither could replace what the other uses.
 */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, config: Config, props: StackProps) {
    super(scope, id, props)
    const name = stackName(config, 'web')
    const acl = new CfnWebACL(this, 'WebAcl', {
      name,
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: visible(name),
      rules: [
        {
          name: 'flood',
          priority: 0,
          action: { block: { customResponse: { responseCode: 429 } } },
          statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit: requestsPerAddress } },
          visibilityConfig: visible('flood'),
        },
        ...managedRules.map((rule, index) => ({
          name: rule,
          priority: index + 1,
          overrideAction: { none: {} },
          statement: {
            managedRuleGroupStatement: {
              vendorName: 'AWS',
              name: rule,
              ruleActionOverrides: onlyCounted[rule],
            },
          },
          visibilityConfig: visible(rule),
        })),
      ],
    })
    new CfnOutput(this, 'WebAclArn', { value: acl.attrArn })
  }
}

/** Counted, but no request is kept as a sample: a sample holds the caller's address and what was asked. */
const visible = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
})
