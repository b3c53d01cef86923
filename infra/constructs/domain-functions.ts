import type { Construct } from 'constructs'
import type { Domain } from '../../functions/shared/declaration/domain'
import { type Config, publicOriginOf as originOf } from '../config'
import { DomainFunction } from './domain-function'
import { DomainJob } from './domain-job'
import type { DomainSecrets } from './domain-secrets'

export type DomainFunctionsProps = {
  config: Config
  domain: Domain
  secrets: DomainSecrets
  buildVersion: string
  /** Reference to the secret by which a function knows CloudFront; its value stands in no template. */
  originVerify: string
  /** Folder of the functions' bundles. */
  bundles: string
}

/** What runs of a domain: the function that answers its requests, which is returned, and its jobs. */
export const addDomainFunctions = (scope: Construct, props: DomainFunctionsProps): DomainFunction => {
  const { domain, buildVersion, originVerify, ...shared } = props
  const environment = { BUILD_VERSION: buildVersion }
  const answering = new DomainFunction(scope, domain.name, {
    ...shared,
    domain,
    environment: { ...environment, ...publicOriginOf(props.config), ORIGIN_VERIFY: originVerify },
  })
  for (const job of domain.jobs)
    new DomainJob(scope, `${domain.name}-${job.name}`, { ...shared, domain, job, environment })
  return answering
}

const publicOriginOf = (config: Config): Record<string, string> => {
  const origin = originOf(config)
  return origin === undefined ? {} : { PUBLIC_ORIGIN: origin }
}
