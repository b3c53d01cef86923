/** Physical names. They are fixed so that stacks need no exports of each other and alarms read well. */
import type { Config } from './config'

export const stackName = (config: Config, stack: string) => `fuyi-${config.stage}-${stack}`
export const functionName = (config: Config, domain: string) => `fuyi-${config.stage}-${domain}`
export const tableName = (config: Config, domain: string) =>
  config.tables[domain] ?? `fuyi-${config.stage}-${domain}`
/** Secrets Manager name of the word by which the API knows that a request came through our distribution. */
export const originVerifyName = (config: Config) => `fuyi/${config.stage}/origin-verify`
