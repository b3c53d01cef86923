/**
 * Rotates the keys that sign sessions, in the four steps of a Secrets Manager rotation. A new key signs only after its public half is
 * published, and public keys outlive the tokens that they verify, so that nobody is logged out. Every step can be repeated.
 */
import { generateKeyPairSync, type JsonWebKey } from 'node:crypto'
import { calculateJwkThumbprint, importJWK, jwtVerify, SignJWT } from 'jose'
import type { Log } from '../../shared/aws/logger'
import { readSecret, type Secrets } from '../../shared/aws/secrets'
import {
  algorithm,
  type PrivateKey,
  privateKeySchema,
  privateKeysSchema,
  publicKeySchema,
  publicKeysSchema,
} from '../../shared/session/signing'
import * as z from '../../shared/zod'
import { stillChecking, withNewKey } from '../rules/keys'

/** As Secrets Manager sends it (AWS Secrets Manager User Guide, Rotation by Lambda function). */
const rotationEventSchema = z.object({
  Step: z.enum(['createSecret', 'setSecret', 'testSecret', 'finishSecret']),
  SecretId: z.string(),
  /** Id of the version that is being made. */
  ClientRequestToken: z.string(),
})

export type RotationDependencies = {
  secrets: Secrets
  /** ARN of the secret that holds the public keys. */
  publicKeysArn: string
  clock: () => number
  log: Log
}

export const createRotation = ({ secrets, publicKeysArn, clock, log }: RotationDependencies) => {
  const pendingKeys = (arn: string, id: string) =>
    readSecret({ read: (name) => secrets.read(name, { id, stage: 'AWSPENDING' }) }, arn, privateKeysSchema)
  const publicKeys = () => readSecret(secrets, publicKeysArn, publicKeysSchema)

  const steps = {
    async createSecret(arn: string, id: string) {
      if ((await secrets.read(arn, { id, stage: 'AWSPENDING' })) !== null) return
      const { keys } = await readSecret(secrets, arn, privateKeysSchema)
      const made = await newKey(clock())
      await secrets.write(arn, JSON.stringify({ keys: withNewKey(keys, made, clock()) }), {
        id,
        stage: 'AWSPENDING',
      })
    },

    async setSecret(arn: string, id: string) {
      const { keys: pending } = await pendingKeys(arn, id)
      const { keys } = await publicKeys()
      const after = stillChecking(keys, pending.map(publicOf), clock())
      if (sameKids(keys, after)) return
      await secrets.write(publicKeysArn, JSON.stringify({ keys: after }))
    },

    /** Signs with the key that is to come and checks with what everybody reads. */
    async testSecret(arn: string, id: string) {
      const made = (await pendingKeys(arn, id)).keys.at(-1)
      const published = (await publicKeys()).keys.find(({ kid }) => kid === made?.kid)
      if (!made || !published) throw new Error('the new key was not published')
      const token = await new SignJWT({})
        .setProtectedHeader({ alg: algorithm })
        .sign(await importJWK(plain(made), algorithm))
      await jwtVerify(token, await importJWK(plain(published), algorithm), { algorithms: [algorithm] })
    },

    async finishSecret(arn: string, id: string) {
      const stages = await secrets.versions(arn)
      const from = Object.keys(stages).find((version) => stages[version]?.includes('AWSCURRENT'))
      if (from === id) return
      await secrets.promote(arn, { to: id, from })
      log('keys-rotated', { publicKeys: (await publicKeys()).keys.length })
    },
  }

  return async (event: unknown): Promise<void> => {
    const { Step, SecretId, ClientRequestToken: id } = z.parse(rotationEventSchema, event)
    const labels = (await secrets.versions(SecretId))[id]
    if (!labels) throw new Error('Secrets Manager did not announce this version')
    if (labels.includes('AWSCURRENT')) return
    if (!labels.includes('AWSPENDING')) throw new Error('this version is not being made')
    await steps[Step](SecretId, id)
  }
}

async function newKey(now: number): Promise<PrivateKey> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { kty, crv, x, y, d }: JsonWebKey = privateKey.export({ format: 'jwk' })
  const kid = await calculateJwkThumbprint({ kty, crv, x, y })
  return z.parse(privateKeySchema, { kid, createdAt: new Date(now).toISOString(), kty, crv, x, y, d })
}

const publicOf = (key: PrivateKey) => z.parse(publicKeySchema, key)

/** The key alone: a parameter that is ours would be taken for one of the standard's. */
const plain = <T extends { kid: string; createdAt: string }>({ kid, createdAt, ...key }: T) => key

const sameKids = (a: readonly { kid: string }[], b: readonly { kid: string }[]) =>
  a.length === b.length && a.every(({ kid }, at) => kid === b[at]?.kid)
