import { ArnFormat, CfnOutput, Duration, Fn, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
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
import { type IFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct, IConstruct } from 'constructs'
import type { Domain } from '../../functions/shared/declaration/domain'
import { acknowledge } from '../acknowledge'
import type { Config } from '../config'
import { addDomainFunctions } from '../constructs/domain-functions'
import { DomainSecrets } from '../constructs/domain-secrets'
import { originVerifyValue } from '../constructs/origin-verify'
import { accessLogName, functionName, hasOwnStack, originVerifyName } from '../names'
import { defaultRoute, gatewayRoutes, routeThrottles } from '../routes'

/** What all callers together may reach before the gateway answers 429; CloudFront absorbs the catalogue's load. */
const throttle = { rateLimit: 500, burstLimit: 1000 }

export type ApiStackProps = StackProps & {
  domains: readonly Domain[]
  buildVersion: string
  /** Folder of the functions' bundles. */
  bundles: string
}

/** The HTTP API with the routes of all domains, their secrets, and the functions of those that have no stack of their own. */
export class ApiStack extends Stack {
  readonly api: HttpApi
  readonly secrets: DomainSecrets
  /** Host name under which CloudFront reaches the API. */
  readonly host: string

  constructor(scope: Construct, id: string, config: Config, props: ApiStackProps) {
    super(scope, id, props)
    const originVerify = new Secret(this, 'OriginVerify', {
      secretName: originVerifyName(config),
      description: 'What CloudFront sends along, so that the API may believe the address it forwards',
      generateSecretString: { excludePunctuation: true, passwordLength: 40 },
    })
    acknowledge(originVerify, {
      SMG4: 'The function and CloudFront read it when they are deployed, so a rotation between deployments would part them. docs/deploy.md says how to change it.',
    })
    this.secrets = new DomainSecrets(this, 'Secrets', config, props.domains)
    const { domains, buildVersion, bundles } = props
    this.api = new HttpApi(this, 'Api', { apiName: id, createDefaultStage: false })
    const functions = domains.map((domain) => {
      if (hasOwnStack(domain)) return [domain, this.functionByName(config, domain)] as const
      const shared = { config, domain, secrets: this.secrets, buildVersion, bundles }
      const verify = originVerifyValue(config, originVerify.secretArn)
      return [domain, addDomainFunctions(this, { ...shared, originVerify: verify }).function] as const
    })
    const keys = gatewayRoutes(domains)
    const routes = functions.flatMap(([domain, handler]) =>
      this.addRoutes(domain, handler, keys.get(domain.name) ?? []),
    )
    this.host = Fn.join('.', [this.api.apiId, 'execute-api', this.region, this.urlSuffix])
    this.addStage(config, domains, routes)
    new CfnOutput(this, 'Url', { value: this.api.apiEndpoint })
  }

  /** A function in a stack that is deployed after this one, which also permits the gateway to call it. */
  private functionByName(config: Config, { name }: Domain): IFunction {
    const functionArn = this.formatArn({
      service: 'lambda',
      resource: 'function',
      resourceName: functionName(config, name),
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    })
    return LambdaFunction.fromFunctionAttributes(this, `${name}-by-name`, {
      functionArn,
      skipPermissions: true,
    })
  }

  private addRoutes({ name, timeoutSeconds }: Domain, handler: IFunction, keys: readonly string[]) {
    const integration = new HttpLambdaIntegration(name, handler, {
      scopePermissionToRoute: false,
      timeout: Duration.seconds(timeoutSeconds + 1),
    })
    return keys.map((key) => {
      const route = new HttpRoute(this, key, { httpApi: this.api, routeKey: routeKeyOf(key), integration })
      acknowledge(route, {
        APIG4:
          'The functions check sessions themselves: they know which path is for whom, and answer with a problem document.',
      })
      return route
    })
  }

  /** Access logs say what was asked of which route and how it went: no address, no path, no query. */
  private addStage(config: Config, domains: readonly Domain[], routes: HttpRoute[]) {
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
    defaultChild.routeSettings = routeSettings(domains)
  }
}

const isStage = (child: IConstruct | undefined): child is CfnStage =>
  child !== undefined && 'routeSettings' in child

/** Of routes that take less than all together may reach; CloudFormation hands this on to the gateway as it stands. */
const routeSettings = (domains: readonly Domain[]) =>
  Object.fromEntries(
    Object.entries(routeThrottles(domains)).map(([key, { rate, burst }]) => [
      key,
      { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst },
    ]),
  )

const routeKeyOf = (key: string): HttpRouteKey =>
  key === defaultRoute
    ? HttpRouteKey.DEFAULT
    : HttpRouteKey.with(key.slice(key.indexOf(' ') + 1), HttpMethod.ANY)
