/** Physical names. They are fixed so that stacks need no exports of each other and alarms read well. */
import type { Config } from './config'

/** Stacks that are no domain's. */
export const commonStacks = ['data', 'log', 'api', 'watch', 'web', 'edge'] as const
/**
 * Domains whose functions are in the api stack, where they were before each domain had a stack of its own: they have fixed
 * names and cannot move without a gap (docs/decisions/037). A new domain is not added here.
 */
const inApiStack: readonly string[] = ['places', 'identity', 'points', 'meta']
export const hasOwnStack = ({ name }: { name: string }) => !inApiStack.includes(name)

export const productName = (config: Config) => `fuyi-${config.stage}`
export const stackName = (config: Config, stack: string) => `${productName(config)}-${stack}`
/** @param job of the domain, if it is not the function that answers its requests */
export const functionName = (config: Config, domain: string, job?: string) =>
  ['fuyi', config.stage, domain, ...(job === undefined ? [] : [job])].join('-')
/** Delivery stream of the address log. */
export const addressStreamName = (config: Config) => `fuyi-${config.stage}-addresses`
/** The physical name of a function that others call. */
export const calledName = (config: Config, called: string) => functionName(config, called)
export const logName = (config: Config, domain: string, job?: string) =>
  `/fuyi/${config.stage}/${domain}${job === undefined ? '' : `-${job}`}`
/** What the gateway writes of each request. */
export const accessLogName = (config: Config) => `/aws/vendedlogs/${stackName(config, 'api')}`
/** Where a job's runs end up that failed for good. */
export const failedName = (config: Config, domain: string, job: string) =>
  `${functionName(config, domain, job)}-failed`
export const tableName = (config: Config, domain: string) =>
  config.tables[domain] ?? `fuyi-${config.stage}-${domain}`
/** Names of buckets are the world's: the account makes it ours. */
export const bucketName = ({ stage, account, region }: Config, domain: string) =>
  `fuyi-${stage}-${domain}-${account}-${region}`
/** Where browsers send what is uploaded to it, and load what waits for review from. */
export const bucketOrigin = (config: Config, domain: string) =>
  `https://${bucketName(config, domain)}.s3.${config.region}.amazonaws.com${config.flavour === 'china' ? '.cn' : ''}`
export const secretName = (config: Config, secret: string) => `fuyi/${config.stage}/${secret}`
/** Secrets Manager name of the word by which the API knows that a request came through our distribution. */
export const originVerifyName = (config: Config) => `fuyi/${config.stage}/origin-verify`
