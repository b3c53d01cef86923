/** Reads from the synthesized cloud assembly what has to run here: tables, functions, routes, secrets, jobs, page headers. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { domains } from '../../../functions/domains'
import * as z from '../../../functions/shared/zod'
import { localConfig } from '../../config'
import { bucketOrigin, hasOwnStack, stackName } from '../../names'
import { type ErrorCaching, errorCachingOf } from '../gateway/error-cache'
import { type Route, routesOf } from '../gateway/routes'
import { type Throttles, throttlesOf } from '../gateway/throttles'
import type { FunctionSpec } from '../runtime/worker'
import { secretArn } from '../stand-ins/secrets'
import { type Grants, grantsOf } from './grants'
import { type CloudJobs, jobsOf, namesOfSecrets } from './jobs'
import { joinTemplates, resourcesOf, type Template, templateSchema } from './template'

export type Assembly = {
  data: Template
  routes: Route[]
  /** By logical id. Values that only the cloud can resolve are left to the caller. */
  functions: Map<string, FunctionSpec & { unresolved: string[] }>
  jobs: CloudJobs
  /** By the function's logical id. */
  grants: Map<string, Grants>
  /** Of every page and file of the H5 build, by lower-case name. */
  pageHeaders: Record<string, string>
  errorCaching: ErrorCaching
  throttles: Throttles
}

/** @param domainStacks domains with a stack of their own; all that there are if absent */
export const readAssembly = (folder: string, domainStacks = ownStacks()): Assembly => {
  const template = (stack: string) =>
    templateSchema.parse(readJson(join(folder, `${stackName(localConfig, stack)}.template.json`)))
  const stacks = ['api', ...domainStacks]
  const api = joinTemplates(stacks.map(template))
  return {
    data: template('data'),
    routes: routesOf(api),
    functions: functionsOf(api, assetsOf(folder, stacks)),
    jobs: jobsOf(api),
    grants: grantsOf(api),
    pageHeaders: pageHeadersOf(template('web')),
    errorCaching: errorCachingOf(template('web')),
    throttles: throttlesOf(api),
  }
}

const ownStacks = (): string[] => domains.filter(hasOwnStack).map(({ name }) => name)

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

const assetsSchema = z.object({
  files: z.record(z.string(), z.looseObject({ source: z.object({ path: z.string() }) })),
})

/** Folder of each uploaded file, by its hash. */
const assetsOf = (folder: string, stacks: readonly string[]): Map<string, string> =>
  new Map(
    stacks.flatMap((stack) => {
      const file = join(folder, `${stackName(localConfig, stack)}.assets.json`)
      const { files } = assetsSchema.parse(readJson(file))
      return Object.entries(files).map(([hash, { source }]): [string, string] => [
        hash,
        join(folder, source.path),
      ])
    }),
  )

const functionSchema = z.object({
  FunctionName: z.string(),
  Handler: z.string(),
  MemorySize: z.number(),
  Timeout: z.number(),
  Code: z.object({ S3Key: z.string() }),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
})

const functionsOf = (api: Template, assets: Map<string, string>): Assembly['functions'] => {
  const secrets = namesOfSecrets(api)
  /** A reference to a secret is its ARN, here that of the stand-in. */
  const textOf = (value: unknown): string | null => {
    if (typeof value === 'string') return value
    const reference = refSchema.safeParse(value)
    const name = reference.success ? secrets.get(reference.data.Ref) : undefined
    return name === undefined ? null : secretArn(name)
  }
  return new Map(
    [...resourcesOf(api, 'AWS::Lambda::Function')].map(([id, properties]) => {
      const { FunctionName, Handler, MemorySize, Timeout, Code, Environment } =
        functionSchema.parse(properties)
      const code = assets.get(Code.S3Key.replace(/\.zip$/, ''))
      if (!code) throw new Error(`no asset ${Code.S3Key} for ${FunctionName}`)
      const environment: Record<string, string> = {}
      const unresolved: string[] = []
      for (const [name, value] of Object.entries(Environment.Variables)) {
        const text = textOf(value)
        if (text === null) unresolved.push(name)
        else environment[name] = text
      }
      const spec = { name: FunctionName, handler: Handler, memory: MemorySize, timeoutSeconds: Timeout }
      return [id, { ...spec, code, environment, unresolved }]
    }),
  )
}
const refSchema = z.object({ Ref: z.string() })

const headersSchema = z.object({
  ResponseHeadersPolicyConfig: z.object({
    SecurityHeadersConfig: z.object({
      ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.string() }),
      FrameOptions: z.object({ FrameOption: z.string() }),
      ReferrerPolicy: z.object({ ReferrerPolicy: z.string() }),
    }),
    CustomHeadersConfig: z.object({ Items: z.array(z.object({ Header: z.string(), Value: z.string() })) }),
  }),
})

/** With what stands in for the buckets in their place: at a port of this machine, another with every start. */
const localPolicy = (policy: string): string =>
  domains
    .filter(({ bucket }) => bucket)
    .reduce(
      (text, { name }) => text.replaceAll(bucketOrigin(localConfig, name), 'http://127.0.0.1:*'),
      policy,
    )

/** All but Strict-Transport-Security, which means nothing over plain HTTP. */
const pageHeadersOf = (web: Template): Record<string, string> => {
  const [properties] = resourcesOf(web, 'AWS::CloudFront::ResponseHeadersPolicy').values()
  const { SecurityHeadersConfig, CustomHeadersConfig } =
    headersSchema.parse(properties).ResponseHeadersPolicyConfig
  const custom = CustomHeadersConfig.Items.map(({ Header, Value }) => [Header.toLowerCase(), Value])
  return {
    'content-security-policy': localPolicy(SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy),
    'x-content-type-options': 'nosniff',
    'x-frame-options': SecurityHeadersConfig.FrameOptions.FrameOption,
    'referrer-policy': SecurityHeadersConfig.ReferrerPolicy.ReferrerPolicy,
    ...Object.fromEntries(custom),
  }
}
