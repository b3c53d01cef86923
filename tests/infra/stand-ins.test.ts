/** What stands in for Secrets Manager and WeChat answers as they do, also where something is wrong. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager'
import { clientConfig } from '../../infra/local/engine/engine'
import { openSecretsStore, type SecretsStore, secretArn } from '../../infra/local/stand-ins/secrets'
import { startSecretsManager } from '../../infra/local/stand-ins/secrets-manager'
import type { StandInServer } from '../../infra/local/stand-ins/server'
import { openidOf, startWeChat, type WeChatStandIn } from '../../infra/local/stand-ins/wechat'

const token = (n: number) => `00000000-0000-4000-8000-00000000000${n}`

describe('in the place of Secrets Manager', () => {
  let store: SecretsStore
  let server: StandInServer
  let client: SecretsManagerClient
  beforeEach(async () => {
    store = openSecretsStore()
    store.create({ name: 'keys', value: '{"keys":[]}' })
    server = await startSecretsManager(store)
    client = new SecretsManagerClient({ ...clientConfig(server.url), maxAttempts: 1 })
  })
  afterEach(async () => {
    client.destroy()
    await server.stop()
  })
  const read = async (VersionStage?: string, SecretId = 'keys') =>
    (await client.send(new GetSecretValueCommand({ SecretId, VersionStage }))).SecretString

  it('a secret is read by its name or its ARN, and one that is not there is not found', async () => {
    expect(await read()).toBe('{"keys":[]}')
    expect(await read(undefined, secretArn('keys'))).toBe('{"keys":[]}')
    await expect(read(undefined, 'others')).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
    await expect(read('AWSPENDING')).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })

  it('a new value takes the place of the current one, which stays as the previous', async () => {
    await client.send(new PutSecretValueCommand({ SecretId: 'keys', SecretString: 'second' }))
    expect([await read(), await read('AWSPREVIOUS')]).toEqual(['second', '{"keys":[]}'])
    await client.send(new PutSecretValueCommand({ SecretId: 'keys', SecretString: 'third' }))
    expect([await read(), await read('AWSPREVIOUS')]).toEqual(['third', 'second'])
    const { VersionIdsToStages } = await client.send(new DescribeSecretCommand({ SecretId: 'keys' }))
    expect(
      Object.values(VersionIdsToStages ?? {})
        .flat()
        .sort(),
    ).toEqual(['AWSCURRENT', 'AWSPREVIOUS'])
  })

  it('a version is put once: again with the same value changes nothing, with another it is refused', async () => {
    const put = (SecretString: string) =>
      client.send(
        new PutSecretValueCommand({
          SecretId: 'keys',
          SecretString,
          ClientRequestToken: token(1),
          VersionStages: ['AWSPENDING'],
        }),
      )
    await put('next')
    await put('next')
    await expect(put('other')).rejects.toMatchObject({ name: 'ResourceExistsException' })
    expect([await read(), await read('AWSPENDING')]).toEqual(['{"keys":[]}', 'next'])
  })

  it('a rotation announces a version before there is a value, and a label moves only from where it is', async () => {
    const found = store.find('keys')
    const id = found ? store.announce(found.secret) : ''
    const { VersionIdsToStages } = await client.send(new DescribeSecretCommand({ SecretId: 'keys' }))
    expect(VersionIdsToStages?.[id]).toEqual(['AWSPENDING'])
    await expect(read('AWSPENDING')).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
    expect(found && store.announce(found.secret)).toBe(id)

    const put = { SecretId: 'keys', ClientRequestToken: id, VersionStages: ['AWSPENDING'] }
    await client.send(new PutSecretValueCommand({ ...put, SecretString: 'made' }))
    const move = { SecretId: 'keys', VersionStage: 'AWSCURRENT', MoveToVersionId: id }
    await expect(client.send(new UpdateSecretVersionStageCommand(move))).rejects.toMatchObject({
      name: 'InvalidParameterException',
    })
    const current = Object.entries(VersionIdsToStages ?? {}).find(([, labels]) =>
      labels.includes('AWSCURRENT'),
    )
    await client.send(new UpdateSecretVersionStageCommand({ ...move, RemoveFromVersionId: current?.[0] }))
    expect([await read(), await read('AWSPREVIOUS')]).toEqual(['made', '{"keys":[]}'])
  })

  it('secrets outlive a restart, where others may not read them, and are made only once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fuyi-secrets-'))
    const file = join(folder, 'secrets.json')
    const valueIn = (name: string) => openSecretsStore(file).find(name)?.secret.versions[0]?.value
    openSecretsStore(file).create({ name: 'points', value: { length: 64 } })
    const made = valueIn('points')
    expect(made).toMatch(/^[A-Za-z0-9]{64}$/)
    openSecretsStore(file).create({ name: 'points', value: { length: 64 } })
    expect(valueIn('points')).toBe(made)
    expect(readFileSync(file, 'utf8')).toContain(made)
    rmSync(folder, { recursive: true })
  })
})

describe('in the place of WeChat', () => {
  let wechat: WeChatStandIn
  let now = 0
  beforeEach(async () => {
    now = 1_700_000_000_000
    wechat = await startWeChat({ appid: 'wx1', secret: 's', clock: () => now })
  })
  afterEach(() => wechat.stop())
  const ask = async (js_code: string, { appid = 'wx1', secret = 's' } = {}) => {
    const query = new URLSearchParams({ appid, secret, js_code, grant_type: 'authorization_code' })
    const answer = await fetch(`${wechat.url}/sns/jscode2session?${query}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain'])
    return JSON.parse(await answer.text())
  }

  it('a code becomes an openid, always the same for a person, and is good once', async () => {
    const code = wechat.codeFor('citizen-1')
    const session = { openid: openidOf('citizen-1'), session_key: expect.stringMatching(/^[\w+/]{22}==$/) }
    expect(await ask(code)).toEqual(session)
    expect(await ask(code)).toMatchObject({ errcode: 40163 })
    expect(await ask(wechat.codeFor('citizen-1'))).toEqual(session)
    expect(openidOf('citizen-2')).not.toBe(openidOf('citizen-1'))
    expect(openidOf('citizen-1')).toMatch(/^o[\w-]{27}$/)
  })

  it('a code of five minutes ago or of nobody is refused', async () => {
    const code = wechat.codeFor('citizen-1')
    now += 5 * 60_000 + 1
    const refused = { errcode: 40029, errmsg: expect.stringMatching(/^invalid code, rid: /) }
    expect([await ask(code), await ask('made-up')]).toEqual([refused, refused])
  })

  it('every login code of WeChat DevTools logs in the same person, once each', async () => {
    const [one, other] = ['0a3Xk0000Gq2mR1Yd9000Tz1ab0Xk0aB', '0b3Xk0000Gq2mR1Yd9000Tz1ab0Xk0aB']
    expect(await ask(one)).toMatchObject({ openid: openidOf('devtools') })
    expect(await ask(one)).toMatchObject({ errcode: 40163 })
    expect(await ask(other)).toMatchObject({ openid: openidOf('devtools') })
  })

  it('another appid or a wrong secret is refused as WeChat does', async () => {
    const code = wechat.codeFor('citizen-1')
    expect(await ask(code, { appid: 'wx2' })).toMatchObject({ errcode: 40013 })
    expect(await ask(code, { secret: 'x' })).toMatchObject({ errcode: 40125 })
    expect(await ask(code)).toHaveProperty('openid')
  })

  it('it fails on demand, for one code or for everybody', async () => {
    expect(await ask('errcode:45011')).toMatchObject({ errcode: 45011 })
    expect(await ask('errcode:-1')).toMatchObject({
      errcode: -1,
      errmsg: expect.stringMatching(/^system error/),
    })
    wechat.behave({ errcode: -1 })
    expect(await ask(wechat.codeFor('citizen-1'))).toMatchObject({ errcode: -1 })
    wechat.behave({})
    expect(await ask('slow:1:citizen-1')).toMatchObject({ openid: openidOf('citizen-1') })
    expect(wechat.asked()).toBe(4)
  })
})
