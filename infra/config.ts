/** What differs between two deployments, parsed once; everything else is the same in every stage and region. */
import { readFileSync } from 'node:fs'
import * as z from '../functions/shared/zod'
import { operatorSchema } from './operator'

const arn = (service: string) => z.string().check(z.regex(new RegExp(`^arn:aws(-cn)?:${service}:`)))

const common = {
  stage: z.string().check(z.regex(/^[a-z][a-z0-9]{1,11}$/, 'lower case letters and digits, 2 to 12')),
  account: z.string().check(z.regex(/^\d{12}$/, 'twelve digits')),
  /** Where alarms and the budget write to; each address confirms by a mail from SNS. */
  alarmEmails: z._default(z.array(z.email()), []),
  /** Whole units of the account's currency (USD, in China CNY) a month; null makes no budget. */
  monthlyBudget: z._default(z.nullable(z.int().check(z.minimum(1))), 50),
  /** The mini-program's appid and the Secrets Manager secret that holds its app secret; never the secret itself. */
  wechat: z.optional(
    z.object({
      appid: z.string().check(z.regex(/^wx[0-9a-f]{16}$/, 'wx and 16 hex digits')),
      secretArn: arn('secretsmanager'),
    }),
  ),
  /** Shown on the privacy page and on 关于福驿; a mini-program is not built for release without it. */
  operator: z.optional(operatorSchema),
  /** Physical table name by domain, where it is not `fuyi-<stage>-<domain>`: how a restored table takes over. */
  tables: z._default(z.record(z.string(), z.string()), {}),
  /**
   * Id of the version of the origin secret that functions and CloudFront use; absent: the one of the first deployment.
   * CloudFormation reads a secret again only where the text of its reference changes, so changing the secret means naming it.
   */
  originSecretVersion: z.optional(
    z.string().check(z.regex(/^[\w-]{32,64}$/, 'a version id of Secrets Manager')),
  ),
  /** Where the site answers, if it has no domain of its own: the output `Url` of the first deployment. Feeds need it. */
  publicOrigin: z.optional(z.string().check(z.regex(/^https:\/\/[a-z0-9.-]+$/, 'https://NAME'))),
  /** Of the functions. Their bundles run on both; not every region has the cheaper one. */
  architecture: z._default(z.enum(['arm64', 'x86_64']), 'arm64'),
}

const globalSchema = z.object({
  ...common,
  flavour: z.literal('global'),
  region: z.string().check(z.regex(/^(?!cn-)[a-z]{2}(-[a-z]+)+-\d$/, 'a region outside China')),
  /** Without one the site answers at its cloudfront.net name. The certificate is ACM's, in us-east-1. */
  domain: z.optional(z.object({ name: z.string(), certificateArn: arn('acm:us-east-1') })),
  /** Output of the edge stack. While it is missing, only the edge stack is synthesized. */
  webAclArn: z.optional(arn('wafv2:us-east-1')),
  /** Whether Lambda traces a call a second of each function and a twentieth of the others, which X-Ray bills. */
  tracing: z._default(z.boolean(), true),
})

const chinaSchema = z.object({
  ...common,
  flavour: z.literal('china'),
  region: z.enum(['cn-north-1', 'cn-northwest-1']),
  /** CloudFront in China serves no default name and takes no ACM certificate: one uploaded to IAM is named by its id. */
  domain: z.object({
    name: z.string(),
    iamCertificateId: z.string(),
    /** 备案号 of the domain; CloudFront refuses one that has none. */
    icp: z.string().check(z.minLength(1)),
  }),
})

export const configSchema = z.discriminatedUnion('flavour', [globalSchema, chinaSchema])
export type Config = z.infer<typeof configSchema>
export type GlobalConfig = z.infer<typeof globalSchema>
export type ChinaConfig = z.infer<typeof chinaSchema>

/** What `npm start`, the tests and a bare `cdk synth` use: the global stacks of an account that does not exist. */
export const localConfig: Config = configSchema.parse({
  stage: 'local',
  flavour: 'global',
  account: '000000000000',
  region: 'ap-southeast-1',
  webAclArn:
    'arn:aws:wafv2:us-east-1:000000000000:global/webacl/fuyi-local/00000000-0000-0000-0000-000000000000',
  wechat: {
    appid: 'wx0000000000000000',
    secretArn: 'arn:aws:secretsmanager:ap-southeast-1:000000000000:secret:fuyi/local/wechat-000000',
  },
})

/** Reads and parses a configuration file; throws with one line a wrong field. */
export const readConfig = (file: string): Config => {
  const parsed = configSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
  throw new Error(`${file} is not a configuration:\n${lines.join('\n')}`)
}

/** Lambda in China's regions does not work with X-Ray (infra/china/lacking.ts). */
export const isTraced = (config: Config): boolean => config.flavour === 'global' && config.tracing

/** Undefined: not known before the first deployment of a site without a domain of its own. */
export const publicOriginOf = ({ domain, publicOrigin }: Config): string | undefined =>
  domain ? `https://${domain.name}` : publicOrigin
