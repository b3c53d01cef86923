/** The commands as staff run them: own processes, a data folder of the test's own. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { readConfirmCommand } from '../../infra/local/commands/confirm-command'
import { readImportCommand } from '../../infra/local/commands/import-command'
import { openTarget } from '../../infra/local/commands/target'
import { startEngine } from '../../infra/local/engine/engine'
import { announceEngine } from '../../infra/local/engine/running'
import { csvOf, goodRow } from '../support/sheets'

// Every command starts an engine and reads TypeScript.
jest.setTimeout(60_000)

const root = resolve(__dirname, '../..')
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fuyi-import-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Ended = { code: number | null; out: string; err: string }

const command = (name: 'import' | 'confirm', ...args: string[]) => run(name, args, process.env)
const run = (name: string, args: string[], env: NodeJS.ProcessEnv): Promise<Ended> =>
  new Promise((done) => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', join(root, `infra/local/commands/${name}.ts`), ...args],
      { cwd: root, env },
    )
    const ended: Ended = { code: null, out: '', err: '' }
    child.stdout.on('data', (chunk: Buffer) => {
      ended.out += chunk
    })
    child.stderr.on('data', (chunk: Buffer) => {
      ended.err += chunk
    })
    child.once('close', (code) => done({ ...ended, code }))
  })
const importFile = (file: string, ...options: string[]) =>
  command('import', 'places', file, '--region', '320800', '--data', join(folder, 'data'), ...options)
const fileOf = (rows: Parameters<typeof csvOf>[0], name = 'places.csv') => {
  const file = join(folder, name)
  writeFileSync(file, csvOf(rows))
  return file
}

describe('npm run import', () => {
  it('loads a file into the data that lie there, and changes nothing the second time', async () => {
    const file = fileOf([goodRow(), goodRow({ outletNo: '2' })])
    const first = await importFile(file)
    expect(first.err).toContain('写入 100%')
    expect(first.out).toContain(
      '已载入 淮安（320800）：共 2 行，有效 2，新增 2，修改 0，未变 0，删除 0，有错 0；版本 1',
    )
    expect(first.code).toBe(0)
    const second = await importFile(file)
    expect(second.out).toContain('新增 0，修改 0，未变 2，删除 0，有错 0；版本 1')
    expect(second.code).toBe(0)
  })

  it('names each bad row and ends with 2, or with --strict with 1 and nothing done', async () => {
    const file = fileOf([goodRow(), goodRow({ outletNo: '2', lat: '119.03' })])
    const strict = await importFile(file, '--strict')
    expect(strict.out).toContain('没有写入（--strict，且有坏行）')
    expect(strict.code).toBe(1)
    const lenient = await importFile(file)
    expect(lenient.err).toContain('第 3 行，列 lat：超出 ±90 度：“119.03”；经度和纬度可能写反了')
    expect(lenient.out).toContain('新增 1')
    expect(lenient.code).toBe(2)
  })

  it('writes into the engine of what is running', async () => {
    const engine = await startEngine()
    const data = join(folder, 'data')
    const withdraw = announceEngine(engine.endpoint, data)
    try {
      const ended = await importFile(fileOf([goodRow()]))
      expect(ended.out).toContain('正在运行的本机服务')
      const { table, close } = await openTarget(undefined, data)
      expect(await table.query('region#320800', 'place#', { consistent: true })).toHaveLength(1)
      await close()
    } finally {
      withdraw()
      await engine.stop()
    }
  })

  it('without its file says so in one line and ends with 1', async () => {
    const ended = await importFile(join(folder, 'missing.csv'))
    expect(ended.err).toMatch(/^找不到文件 .*missing\.csv\n$/)
    expect(ended.code).toBe(1)
  })

  it('without credentials for the table in the cloud says so in one line', async () => {
    const nobody = {
      AWS_REGION: 'ap-southeast-1',
      AWS_EC2_METADATA_DISABLED: 'true',
      HOME: folder,
      PATH: process.env.PATH,
    }
    const ended = await run(
      'import',
      ['places', fileOf([goodRow()]), '--region', '320800', '--table', 'nowhere'],
      nobody,
    )
    expect(ended.err).toContain('找不到 AWS 凭证')
    expect(ended.err).not.toContain('    at ')
    expect(ended.code).toBe(1)
  })

  it.each([
    ['another sort of file', ['places', 'README.md', '--region', '320800'], '只能导入 .csv 或 .xlsx'],
    ['no region', ['places', 'a.csv'], '--region 要写六位行政区划代码'],
    ['an empty name', ['places', 'a.csv', '--region', '320800', '--name', ' '], '--name'],
    ['an unknown option', ['places', 'a.csv', '--regoin', '1'], '用法'],
    ['two files', ['places', 'a.csv', 'b.csv', '--region', '320800'], '用法'],
    ['nothing', [], '用法'],
  ])('given %s explains what to write', (_, args, said) => {
    expect(() => readImportCommand(args)).toThrow(said)
  })
})

describe('npm run confirm', () => {
  const place = '320800-32080290'
  const data = () => join(folder, 'data')

  it('says that nothing is in doubt any more, or that there is no such place', async () => {
    await importFile(fileOf([goodRow()]))
    const confirmed = await command('confirm', place, 'out-of-stock', '--amenity', 'water', '--data', data())
    expect(confirmed.out).toContain(`已确认 ${place}；没有存疑的事实了`)
    expect(confirmed.code).toBe(0)
    const unknown = await command('confirm', '320800-1', 'locked', '--data', data())
    expect(unknown.err).toContain('没有地点 320800-1')
    expect(unknown.code).toBe(1)
  })

  it.each([
    [[place], '用法'],
    [[place, 'haunted'], '用法'],
    [['somewhere', 'locked'], '用法'],
    [[place, 'locked', '--amenity', 'water'], '只和 out-of-stock 一起用'],
    [[place, 'out-of-stock', '--amenity', 'sauna'], '不认识的设施 sauna'],
    [[place, 'locked', '--day', '2026-11-19'], '不晚于今天'],
  ])('given %j explains what to write', (args, said) => {
    expect(() => readConfirmCommand(args, Date.parse('2026-11-18T10:00:00+08:00'))).toThrow(said)
  })
})
