/** A mini-program is not published without saying who runs it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { configSchema, localConfig } from '../../infra/config'
import { checkPublished, markReleased, shownOf } from '../../infra/local/builds/release'
import { exampleConfig } from './support'

const root = resolve(__dirname, '../..')
const api = 'https://fuyi.example.cn'

describe('a build for release', () => {
  it('is refused without the operator, naming each setting that is missing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fuyi-release-'))
    const file = join(folder, 'prod.json')
    const { operator, ...rest } = exampleConfig('china')
    const { complaints: _, filing: __, ...partly } = operator ?? {}
    const build = (config: object) => {
      writeFileSync(file, JSON.stringify(config))
      const args = ['--import', 'tsx', 'infra/local/builds/build.ts', 'weapp', '--config', file]
      const env = { ...process.env, TARO_APP_API: api }
      const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' })
      return { status, said: stderr.trim().split('\n') }
    }
    expect(build(rest)).toEqual({
      status: 1,
      said: [
        'Not built for release; the configuration lacks:',
        '  operator.name: 运营者全称',
        '  operator.address: 运营者地址',
        '  operator.phone: 运营者联系电话',
        '  operator.complaints: 投诉举报电话',
        '  operator.filing: 小程序备案号',
        '  operator.dataIn: 数据存放的地方',
        '  operator.processors: 受托处理信息的各方',
      ],
    })
    expect(build({ ...rest, operator: partly }).said.slice(1)).toEqual([
      '  operator.complaints: 投诉举报电话',
      '  operator.filing: 小程序备案号',
    ])
    rmSync(folder, { recursive: true })
  })

  it('is refused where the address is a public one and no deployment is named', () => {
    expect(() => shownOf('weapp', api, null)).toThrow('--config')
    expect(shownOf('weapp', 'http://localhost:8787', null)).toBeNull()
    expect(shownOf('weapp', undefined, null)).toBeNull()
  })

  it.each([
    'http://192.168.1.20:8787',
    'http://10.0.0.7:8787',
    'http://172.20.1.2:8787',
    'http://desk.local:8787',
    'http://[fd00::7]:8787',
    'http://[::1]:8787',
    'http://127.0.0.1:8787',
  ])('is not one where the API is a computer on the phone’s own network, %s', (near) => {
    expect(shownOf('weapp', near, null)).toBeNull()
    expect(() => shownOf('weapp', near, exampleConfig('china'))).toThrow('TARO_APP_API')
  })

  it('is refused where the mini-program has no API address, as it would use localhost', () => {
    expect(() => shownOf('weapp', undefined, exampleConfig('china'))).toThrow('TARO_APP_API')
  })

  it.each(['http://172.32.1.2', 'http://192.169.1.2', 'https://10.example.cn'])(
    'is one where the address %s is public',
    (far) => expect(() => shownOf('weapp', far, null)).toThrow('--config'),
  )

  it('is refused in the browser, too, where the configuration does not say who runs it', () => {
    const { operator: _, ...rest } = exampleConfig('china')
    expect(() => shownOf('h5', undefined, rest)).toThrow('operator.name: 运营者全称')
    expect(shownOf('h5', undefined, null)).toBeNull()
  })

  it('takes settings that are there and not empty, and shows the filing of the site in China', () => {
    expect(shownOf('weapp', api, exampleConfig('china'))).toMatchObject({
      flavour: 'china',
      siteFiling: '苏ICP备00000000号',
    })
    expect(shownOf('h5', undefined, exampleConfig('global'))).toMatchObject({
      flavour: 'global',
      siteFiling: null,
    })
    expect(configSchema.safeParse({ ...localConfig, operator: { name: ' ' } }).success).toBe(false)
  })
})

describe('the H5 build that a deployment publishes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fuyi-publish-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const config = exampleConfig('china')

  it('is refused if it was built without saying who runs it, as one is while one develops', () => {
    expect(() => checkPublished(folder, config)).toThrow('npm run build:h5 -- --config')
  })

  it('is refused if it says that somebody else does', () => {
    markReleased(folder, shownOf('h5', undefined, exampleConfig('global')))
    expect(() => checkPublished(folder, config)).toThrow('npm run build:h5 -- --config')
    markReleased(folder, null)
    expect(() => checkPublished(folder, config)).toThrow('npm run build:h5 -- --config')
  })

  it('is taken if it says who runs this one', () => {
    markReleased(folder, shownOf('h5', undefined, config))
    expect(() => checkPublished(folder, config)).not.toThrow()
  })

  it('is checked by the command that deploys', () => {
    const file = join(folder, 'prod.json')
    writeFileSync(file, JSON.stringify({ ...config, operator: { ...config.operator, name: '别的中心' } }))
    const env = { ...process.env, CDK_CONTEXT_JSON: JSON.stringify({ config: file }) }
    const args = ['--import', 'tsx', 'infra/app.ts']
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' })
    expect({ status, said: stderr.includes('npm run build:h5 -- --config') }).toEqual({
      status: 1,
      said: true,
    })
  })
})
