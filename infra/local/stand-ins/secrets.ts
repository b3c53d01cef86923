/**
 * Secrets as Secrets Manager keeps them (its User Guide, "What's in a secret" and "Rotation by Lambda function"): versions
 * under labels, of which each is on one version at a time. Kept in a file, so that a restart ends no session.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import * as z from '../../../functions/shared/zod'
import { localRegion } from '../engine/engine'

const versionSchema = z.object({
  id: z.string(),
  /** Null: announced by a rotation that has not made it yet. */
  value: z.nullable(z.string()),
  labels: z.array(z.string()),
  createdAt: z.number(),
})
const secretSchema = z.object({ versions: z.array(versionSchema), rotatedAt: z.nullable(z.number()) })
const fileSchema = z.record(z.string(), secretSchema)
export type Version = z.infer<typeof versionSchema>
export type StoredSecret = z.infer<typeof secretSchema>

/** As the template asks for it: a text, or so many random characters. */
export type NewSecret = { name: string; value: string | { length: number } }

export const current = 'AWSCURRENT'
const previous = 'AWSPREVIOUS'
const pending = 'AWSPENDING'

export type SecretsStore = ReturnType<typeof openSecretsStore>

const arnPattern = /^arn:aws:secretsmanager:[^:]+:\d{12}:secret:(.+)-\w{6}$/
/** @param id name or ARN */
export const nameOfSecret = (id: string) => arnPattern.exec(id)?.[1] ?? id
export const secretArn = (name: string) =>
  `arn:aws:secretsmanager:${localRegion}:000000000000:secret:${name}-000000`

/** @param file absent keeps everything in memory */
export const openSecretsStore = (file?: string, clock: () => number = Date.now) => {
  const secrets = new Map<string, StoredSecret>(
    file !== undefined && existsSync(file)
      ? Object.entries(z.parse(fileSchema, JSON.parse(readFileSync(file, 'utf8'))))
      : [],
  )
  const save = () => {
    if (file === undefined) return
    // Whoever is killed halfway must leave the one or the other.
    writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(secrets), null, 1), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }

  const attach = (secret: StoredSecret, version: Version, label: string) => {
    const holder = secret.versions.find(({ labels }) => labels.includes(label))
    if (holder === version) return
    if (holder) holder.labels = holder.labels.filter((each) => each !== label)
    version.labels.push(label)
    if (holder && label === current) attach(secret, holder, previous)
  }
  const add = (secret: StoredSecret, id: string, value: string | null): Version => {
    const version = { id, value, labels: [], createdAt: clock() }
    secret.versions.push(version)
    return version
  }
  /** A version without a label counts as gone. */
  const tidy = (secret: StoredSecret) => {
    secret.versions = secret.versions.filter(({ labels }) => labels.length > 0)
    save()
  }

  return {
    /** By name or ARN; null where there is none. */
    find: (id: string): { name: string; secret: StoredSecret } | null => {
      const name = nameOfSecret(id)
      const secret = secrets.get(name)
      return secret ? { name, secret } : null
    },

    /** Makes what is not there yet; leaves alone what is. */
    create: ({ name, value }: NewSecret) => {
      if (secrets.has(name)) return
      const secret: StoredSecret = { versions: [], rotatedAt: null }
      secrets.set(name, secret)
      const text = typeof value === 'string' ? value : randomText(value.length)
      attach(secret, add(secret, randomUUID(), text), current)
      save()
    },

    /** False: there is such a version with another value, which never changes. */
    put: (secret: StoredSecret, id: string, value: string, labels: readonly string[]): boolean => {
      const known = secret.versions.find((version) => version.id === id)
      if (known && known.value !== null && known.value !== value) return false
      const version = known ?? add(secret, id, value)
      version.value = value
      const isFirst = secret.versions.length === 1
      for (const label of isFirst ? new Set([current, ...labels]) : labels) attach(secret, version, label)
      tidy(secret)
      return true
    },

    move: (secret: StoredSecret, label: string, to: Version) => {
      attach(secret, to, label)
      tidy(secret)
    },

    take: (secret: StoredSecret, label: string, from: Version) => {
      from.labels = from.labels.filter((each) => each !== label)
      tidy(secret)
    },

    /** Id of the version that a rotation is to make: of the one that has not ended, or a new one. */
    announce: (secret: StoredSecret): string => {
      const begun = secret.versions.find(({ labels }) => labels.includes(pending))
      if (begun && !begun.labels.includes(current)) return begun.id
      const version = add(secret, randomUUID(), null)
      attach(secret, version, pending)
      save()
      return version.id
    },

    rotated: (secret: StoredSecret) => {
      secret.rotatedAt = clock()
      save()
    },
  }
}

/** Letters and digits, as `ExcludePunctuation` leaves them. */
const randomText = (length: number) =>
  randomBytes(length * 2)
    .toString('base64')
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, length)
