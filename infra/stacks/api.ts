import { CfnOutput, Duration, Fn, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct } from 'constructs'
import { acknowledge } from '../acknowledge'
import type { Config } from '../config'
import { DomainFunction } from '../constructs/domain-function'
import { domains } from '../domains'
import type { Domain } from '../domains/domain'
import { originVerifyName } from '../names'

/** What all callers together may reach before the gateway answers 429; CloudFront absorbs the catalogue's load. */
const throttle = { rateLimit: 500, burstLimit: 1000 }

/** The HTTP API and a function per domain behind it. */
export class ApiStack extends Stack {
  readonly api: HttpApi
  /** Host name under which CloudFront reaches the API. */
  readonly host: string

  constructor(scope: Construct, id: string, config: Config, props: StackProps & { buildVersion: string }) {
    super(scope, id, props)
    const originVerify = new Secret(this, 'OriginVerify', {
      secretName: originVerifyName(config),
      description: 'What CloudFront sends along, so that the API may believe the address it forwards',
      generateSecretString: { excludePunctuation: true, passwordLength: 40 },
    })
    acknowledge(originVerify, {
      SMG4: 'The function and CloudFront read it when they are deployed, so a rotation between deployments would part them. docs/deploy.md says how to change it.',
    })
    this.api = new HttpApi(this, 'Api', { apiName: id, createDefaultStage: false })
    for (const domain of domains) {
      const { function: handler } = new DomainFunction(this, domain.name, {
        config,
        domain,
        environment: {
          BUILD_VERSION: props.buildVersion,
          // A reference that CloudFormation resolves: the value stands neither here nor in the template.
          ORIGIN_VERIFY: originVerify.secretValue.unsafeUnwrap(),
        },
      })
      const integration = new HttpLambdaIntegration(domain.name, handler, {
        scopePermissionToRoute: false,
        timeout: Duration.seconds(domain.timeoutSeconds + 1),
      })
      for (const key of routeKeys(domain)) {
        const route = new HttpRoute(this, key.key, { httpApi: this.api, routeKey: key, integration })
        acknowledge(route, {
          APIG4: 'Whoever looks for a place or for aid is asked for nothing; reports are limited by source.',
        })
      }
    }
    this.host = Fn.join('.', [this.api.apiId, 'execute-api', this.region, this.urlSuffix])
    this.addStage()
    new CfnOutput(this, 'Url', { value: this.api.apiEndpoint })
  }

  /** Access logs say what was asked of which route and how it went: no address, no path, no query. */
  private addStage() {
    const log = new LogGroup(this, 'AccessLog', {
      logGroupName: `/aws/vendedlogs/${this.stackName}`,
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const fields = {
      requestId: '$context.requestId',
      time: '$context.requestTimeEpoch',
      route: '$context.routeKey',
      status: '$context.status',
      bytes: '$context.responseLength',
      ms: '$context.responseLatency',
      functionMs: '$context.integrationLatency',
      error: '$context.integrationErrorMessage',
    }
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle,
      detailedMetricsEnabled: true,
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(fields)),
      },
    })
  }
}

/** `/api/places/:id` is `ANY /api/places/{id}`: the function itself says which methods a path has. */
export const routeKeys = ({ routes, fallback }: Domain): HttpRouteKey[] => [
  ...routes.map((path) => HttpRouteKey.with(path.replaceAll(/:(\w+)/g, '{$1}'), HttpMethod.ANY)),
  ...(fallback ? [HttpRouteKey.DEFAULT] : []),
]
