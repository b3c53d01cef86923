/** AWS Secrets Manager, as far as it is used here. Only this file knows its SDK. */
import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
  type SecretsManagerClientConfig,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager'
import { minuteMs } from '../day'
import { remember } from '../items/remember'
import type { PublicKeySource } from '../session/keyring'
import { type PrivateKey, privateKeysSchema, publicKeysSchema } from '../session/signing'
import * as z from '../zod'
import { SecretsUnavailable } from './unavailable'

/** Which version of a secret: by its id or by its label; `AWSCURRENT` if neither is given. */
export type Version = { id?: string; stage?: string }
export type Secrets = ReturnType<typeof openSecrets>

/** A client with our timeouts; region, credentials and endpoint come from the environment as the SDK reads it. */
export const secretsClient = (overrides: SecretsManagerClientConfig = {}) =>
  new SecretsManagerClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true },
    ...overrides,
  })

export const openSecrets = (client = secretsClient()) => ({
  /** The text of a secret; null where there is no such version. */
  async read(arn: string, { id, stage }: Version = {}): Promise<string | null> {
    try {
      const wanted = new GetSecretValueCommand({ SecretId: arn, VersionId: id, VersionStage: stage })
      return (await client.send(wanted)).SecretString ?? null
    } catch (error) {
      if (error instanceof Error && error.name === 'ResourceNotFoundException') return null
      throw new SecretsUnavailable('a secret could not be read', { cause: error })
    }
  },

  /** A new version; with an id of its own and a label where it is not to be the current one at once. */
  async write(arn: string, text: string, { id, stage }: Version = {}): Promise<void> {
    await client.send(
      new PutSecretValueCommand({
        SecretId: arn,
        SecretString: text,
        ClientRequestToken: id,
        ...(stage !== undefined && { VersionStages: [stage] }),
      }),
    )
  },

  /** The labels of each version by its id. */
  async versions(arn: string): Promise<Record<string, string[]>> {
    return (await client.send(new DescribeSecretCommand({ SecretId: arn }))).VersionIdsToStages ?? {}
  },

  /** Makes a version the current one, in the place of another. */
  async promote(arn: string, { to, from }: { to: string; from: string | undefined }): Promise<void> {
    await client.send(
      new UpdateSecretVersionStageCommand({
        SecretId: arn,
        VersionStage: 'AWSCURRENT',
        MoveToVersionId: to,
        RemoveFromVersionId: from,
      }),
    )
  },
})

/** What a secret holds. */
async function textOf(secrets: Pick<Secrets, 'read'>, arn: string): Promise<string> {
  const text = await secrets.read(arn)
  if (text === null) throw new SecretsUnavailable('a secret has no value yet')
  return text
}

/** The same, remembered for five minutes. */
export function rememberedText(
  secrets: Pick<Secrets, 'read'>,
  arn: string,
  clock: () => number,
): () => Promise<string> {
  const text = remember(() => textOf(secrets, arn), clock)
  return () => text(5 * minuteMs)
}

/** What a secret holds, as JSON of that shape. An error never contains the secret. */
export async function readSecret<T extends z.ZodMiniType>(
  secrets: Pick<Secrets, 'read'>,
  arn: string,
  schema: T,
): Promise<z.infer<T>> {
  const parsed = z.safeParse(schema, jsonOf(await textOf(secrets, arn)))
  if (!parsed.success) throw new SecretsUnavailable('a secret does not have its shape')
  return parsed.data
}

/** The keys that check sessions, for `createSessionReader`. */
export function publicKeysIn(secrets: Pick<Secrets, 'read'>, arn: string): PublicKeySource {
  return async () => (await readSecret(secrets, arn, publicKeysSchema)).keys
}

/** The keys that sign them. */
export function privateKeysIn(
  secrets: Pick<Secrets, 'read'>,
  arn: string,
): () => Promise<readonly PrivateKey[]> {
  return async () => (await readSecret(secrets, arn, privateKeysSchema)).keys
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
