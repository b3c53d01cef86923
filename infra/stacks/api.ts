import { CfnOutput, Duration, Fn, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  type CfnStage,
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
import type { Construct, IConstruct } from 'constructs'
import { domains } from '../../functions/domains'
import type { Domain } from '../../functions/shared/domain'
import { acknowledge } from '../acknowledge'
import type { Config } from '../config'
import { DomainFunction } from '../constructs/domain-function'
import { DomainJob } from '../constructs/domain-job'
import { DomainSecrets } from '../constructs/domain-secrets'
import { originVerifyValue } from '../constructs/origin-verify'
import { accessLogName, originVerifyName } from '../names'

/** What all callers together may reach before the gateway answers 429; CloudFront absorbs the catalogue's load. */
const throttle = { rateLimit: 500, burstLimit: 1000 }

/** The HTTP API, a function per domain behind it, the domains' jobs and their secrets. */
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
    const secrets = new DomainSecrets(this, 'Secrets', config)
    const { buildVersion } = props
    this.api = new HttpApi(this, 'Api', { apiName: id, createDefaultStage: false })
    const routes: HttpRoute[] = []
    for (const domain of domains) {
      const { function: handler } = new DomainFunction(this, domain.name, {
        config,
        domain,
        secrets,
        environment: {
          BUILD_VERSION: buildVersion,
          // A reference that CloudFormation resolves: the value stands neither here nor in the template.
          ORIGIN_VERIFY: originVerifyValue(config, originVerify.secretArn),
        },
      })
      for (const job of domain.jobs) {
        const environment = { BUILD_VERSION: buildVersion }
        new DomainJob(this, `${domain.name}-${job.name}`, { config, domain, job, secrets, environment })
      }
      const integration = new HttpLambdaIntegration(domain.name, handler, {
        scopePermissionToRoute: false,
        timeout: Duration.seconds(domain.timeoutSeconds + 1),
      })
      for (const key of routeKeys(domain)) {
        const route = new HttpRoute(this, key.key, { httpApi: this.api, routeKey: key, integration })
        acknowledge(route, {
          APIG4:
            'The functions check sessions themselves: they know which path is for whom, and answer with a problem document.',
        })
        routes.push(route)
      }
    }
    this.host = Fn.join('.', [this.api.apiId, 'execute-api', this.region, this.urlSuffix])
    this.addStage(config, routes)
    new CfnOutput(this, 'Url', { value: this.api.apiEndpoint })
  }

  /** Access logs say what was asked of which route and how it went: no address, no path, no query. */
  private addStage(config: Config, routes: HttpRoute[]) {
    const log = new LogGroup(this, 'AccessLog', {
      logGroupName: accessLogName(config),
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
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle,
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(fields)),
      },
    })
    // The gateway takes settings of a route only while it has that route.
    stage.node.addDependency(...routes)
    const { defaultChild } = stage.node
    if (!isStage(defaultChild)) throw new Error('a stage without its resource')
    defaultChild.routeSettings = routeSettings()
  }
}

const isStage = (child: IConstruct | undefined): child is CfnStage =>
  child !== undefined && 'routeSettings' in child

/** Of routes that take less than all together may reach; CloudFormation hands this on to the gateway as it stands. */
const routeSettings = () =>
  Object.fromEntries(
    domains.flatMap(({ throttles = {} }) =>
      Object.entries(throttles).map(([path, { rate, burst }]) => [
        routeKeyOf(path).key,
        { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst },
      ]),
    ),
  )

const routeKeyOf = (path: string) => HttpRouteKey.with(path.replaceAll(/:(\w+)/g, '{$1}'), HttpMethod.ANY)

/** `/api/places/:id` is `ANY /api/places/{id}`: the function itself says which methods a path has. */
export const routeKeys = ({ paths, fallback }: Pick<Domain, 'paths' | 'fallback'>): HttpRouteKey[] => [
  ...paths.map(routeKeyOf),
  ...(fallback ? [HttpRouteKey.DEFAULT] : []),
]
