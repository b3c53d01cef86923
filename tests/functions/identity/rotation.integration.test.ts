import { createRotation } from '../../../functions/identity/service/rotation'
import { createTokens } from '../../../functions/identity/service/tokens'
import { createLogger } from '../../../functions/shared/aws/logger'
import {
  openSecrets,
  privateKeysIn,
  publicKeysIn,
  secretsClient,
} from '../../../functions/shared/aws/secrets'
import { createSessionReader } from '../../../functions/shared/session/session'
import { privateKeysSchema, publicKeysSchema } from '../../../functions/shared/session/signing'
import * as z from '../../../functions/shared/zod'
import { localCredentials, localRegion } from '../../../infra/local/engine/engine'
import { openSecretsStore, secretArn } from '../../../infra/local/stand-ins/secrets'
import { startSecretsManager } from '../../../infra/local/stand-ins/secrets-manager'
import type { StandInServer } from '../../../infra/local/stand-ins/server'
import { personNamed } from '../../support/worlds/sessions'

// A notice about the SDK's future would bury what matters.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'

const names = { private: 'fuyi/test/session-keys', public: 'fuyi/test/session-public-keys' }
const [privateArn, publicArn] = [secretArn(names.private), secretArn(names.public)]
const steps = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'] as const
const day = 86_400_000
const lin = personNamed('lin')

let server: StandInServer
afterEach(() => server.stop())

/** Secrets as they are after the first deployment: there, and without keys. */
const setUp = async () => {
  const time = { now: Date.parse('2036-11-18T10:00:00+08:00') }
  const clock = () => time.now
  const store = openSecretsStore(undefined, clock)
  for (const name of Object.values(names)) store.create({ name, value: '{"keys":[]}' })
  server = await startSecretsManager(store)
  const secrets = openSecrets(
    secretsClient({
      endpoint: server.url,
      region: localRegion,
      credentials: localCredentials,
      maxAttempts: 1,
    }),
  )
  const logged: string[] = []
  const log = createLogger({ clock, write: (line) => logged.push(line) })
  const rotation = createRotation({ secrets, publicKeysArn: publicArn, clock, log })
  const found = store.find(names.private)
  if (!found) throw new Error('the secret was made')
  const announce = () => store.announce(found.secret)
  const step = (Step: string, id: string) =>
    rotation({ Step, SecretId: privateArn, ClientRequestToken: id, RotationToken: 'as AWS sends it' })
  const readKeys = async <T extends z.ZodMiniType>(schema: T, arn: string) =>
    z.parse(schema, JSON.parse((await secrets.read(arn)) ?? 'null'))
  return {
    time,
    clock,
    logged,
    secrets,
    announce,
    step,
    rotate: async () => {
      const id = announce()
      for (const one of steps) await step(one, id)
    },
    privateKeys: async () => (await readKeys(privateKeysSchema, privateArn)).keys,
    publicKeys: async () => (await readKeys(publicKeysSchema, publicArn)).keys,
    /** As a function has them that starts now. */
    tokens: () =>
      createTokens({
        privateKeys: privateKeysIn(secrets, privateArn),
        publicKeys: publicKeysIn(secrets, publicArn),
        clock,
      }),
    reader: () =>
      createSessionReader({
        publicKeys: publicKeysIn(secrets, publicArn),
        isRevoked: async () => false,
        clock,
      }),
  }
}
const somebody = { id: lin, roles: [], age: null, generation: 0 }
const session = {
  id: 's1',
  jti: 'j1',
  until: Number.MAX_SAFE_INTEGER,
  kind: 'phone' as const,
  since: '2026-11-18T02:00:00.000Z',
}
const bearing = (token: string) => new Headers({ authorization: `Bearer ${token}` })

describe('the rotation of the keys that sign sessions', () => {
  it('makes the first key, by which sessions are signed and checked', async () => {
    const { rotate, tokens, reader, privateKeys, publicKeys } = await setUp()
    await rotate()
    expect((await publicKeys()).map(({ kid }) => kid)).toEqual((await privateKeys()).map(({ kid }) => kid))
    const token = await tokens().access(somebody, session)
    expect(await reader().read(bearing(token))).toEqual({
      ok: true,
      value: { person: lin, id: 's1', roles: [], minor: false, generation: 0, letInAt: null },
    })
  })

  it('publishes the public half alone', async () => {
    const { rotate, secrets, privateKeys } = await setUp()
    await rotate()
    const [made] = await privateKeys()
    const published = (await secrets.read(publicArn)) ?? ''
    expect(published).toContain(made?.kid)
    expect(published).not.toContain(made?.d)
    expect(published).not.toContain('"d"')
  })

  it('lets every step be called again, in the middle and after the end', async () => {
    const { announce, step, privateKeys, publicKeys, secrets } = await setUp()
    const id = announce()
    for (const one of steps) for (const repeated of [one, one]) await step(repeated, id)
    for (const one of steps) await step(one, id)
    // Written once: the version before is still the one without keys.
    expect(await secrets.read(publicArn, { stage: 'AWSPREVIOUS' })).toBe('{"keys":[]}')
    expect(await privateKeys()).toHaveLength(1)
    expect(await publicKeys()).toHaveLength(1)
  })

  it('goes on where it was cut off, with the key it had made', async () => {
    const { announce, step, rotate, privateKeys, publicKeys } = await setUp()
    await rotate()
    const first = (await privateKeys())[0]?.kid
    const id = announce()
    await step('createSecret', id)
    await step('setSecret', id)
    const published = (await publicKeys()).map(({ kid }) => kid)
    expect((await privateKeys()).map(({ kid }) => kid)).toEqual([first])
    for (const one of steps) await step(one, announce())
    expect((await privateKeys()).map(({ kid }) => kid)).toEqual(published)
  })

  it('leaves the current keys alone until everybody can check the new one', async () => {
    const { announce, step, rotate, privateKeys } = await setUp()
    await rotate()
    const before = await privateKeys()
    const id = announce()
    await step('createSecret', id)
    await expect(step('testSecret', id)).rejects.toThrow('not published')
    expect(await privateKeys()).toEqual(before)
  })

  it('refuses a version that Secrets Manager did not announce', async () => {
    const { step } = await setUp()
    await expect(step('createSecret', '00000000-0000-4000-8000-000000000000')).rejects.toThrow(
      'did not announce',
    )
    await expect(step('deleteSecret', '00000000-0000-4000-8000-000000000000')).rejects.toThrow()
  })

  it('logs nobody out, thirteen times in a row: tokens signed before are good until they expire', async () => {
    const { rotate, tokens, reader, time, publicKeys, privateKeys } = await setUp()
    await rotate()
    const lasting = { tokens: tokens(), reader: reader() }
    for (let month = 0; month < 13; month++) {
      const access = await lasting.tokens.access(somebody, session)
      const refresh = await lasting.tokens.refresh({ id: lin }, session)
      await rotate()
      for (const after of [0, 5, 9, 10, 14]) {
        const from = time.now
        time.now += after * 60_000
        const fresh = await lasting.tokens.access(somebody, session)
        for (const one of [lasting.reader, reader()]) {
          expect((await one.read(bearing(fresh))).ok).toBe(true)
          expect((await one.read(bearing(access))).ok).toBe(true)
        }
        time.now = from
      }
      time.now += 30 * day - 1000
      expect(await lasting.tokens.readRefresh(refresh)).toMatchObject({ jti: 'j1' })
      expect(await tokens().readRefresh(refresh)).toMatchObject({ jti: 'j1' })
      time.now += 1000
      expect(await lasting.tokens.readRefresh(refresh)).toBeNull()
    }
    expect(await privateKeys()).toHaveLength(2)
    expect((await publicKeys()).length).toBeLessThanOrEqual(3)
  })

  it('is logged without any key', async () => {
    const { rotate, logged, privateKeys } = await setUp()
    await rotate()
    await rotate()
    expect(logged.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ code: 'keys-rotated', publicKeys: 1 }),
      expect.objectContaining({ code: 'keys-rotated', publicKeys: 2 }),
    ])
    for (const { d, kid } of await privateKeys())
      for (const word of [d, kid]) expect(logged.join('\n')).not.toContain(word)
  })
})

describe('Secrets Manager out of reach', () => {
  it('fails functions that need a key for the first time, and no function that has them', async () => {
    const { rotate, tokens, reader, time } = await setUp()
    await rotate()
    const warm = { tokens: tokens(), reader: reader() }
    const token = await warm.tokens.access(somebody, session)
    await warm.reader.read(bearing(token))
    await server.stop()
    time.now += 10 * 60_000
    expect((await warm.reader.read(bearing(token))).ok).toBe(true)
    expect((await warm.tokens.access(somebody, session)).split('.')).toHaveLength(3)
    await expect(tokens().access(somebody, session)).rejects.toMatchObject({ name: 'SecretsUnavailable' })
    await expect(reader().read(bearing(token))).rejects.toMatchObject({ name: 'SecretsUnavailable' })
  })
})
