/**
 * The commands with a data folder of their own, as staff run them. One is read from its TypeScript as `npm run` does it, and each
 * runs in a process once, bundled; elsewhere its function is called with what was typed, as loading it for each line takes most of a
 * command's processor time.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createIdentity } from '../../functions/identity'
import { dayOf } from '../../functions/shared/day'
import { localConfig } from '../../infra/config'
import { readConfirmCommand } from '../../infra/local/commands/confirm-command'
import { readGrantCommand } from '../../infra/local/commands/grant-command'
import { readImportCommand } from '../../infra/local/commands/import-command'
import { openTarget } from '../../infra/local/commands/target'
import { startEngine } from '../../infra/local/engine/engine'
import { announceEngine } from '../../infra/local/engine/running'
import { csvOf, goodRow } from '../support/samples/sheets'
import { asProcess, bundleCommands, command, run, sourceOf } from './running-commands'

// Every command starts an engine.
jest.setTimeout(300_000)

beforeAll(bundleCommands)
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fuyi-import-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const importOf = (file: string) => ['places', file, '--region', '320800', '--data', join(folder, 'data')]
const importFile = (file: string, ...options: string[]) => command('import', ...importOf(file), ...options)
const fileOf = (rows: Parameters<typeof csvOf>[0], name = 'places.csv') => {
  const file = join(folder, name)
  writeFileSync(file, csvOf(rows))
  return file
}

describe('npm run import', () => {
  it('loads a file into the data that lie there, and changes nothing the second time', async () => {
    const file = fileOf([goodRow(), goodRow({ outletNo: '2' })])
    const first = await asProcess('import', ...importOf(file))
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
    expect(strict.out).toContain('没有写入（--strict，且有错）')
    expect(strict.code).toBe(1)
    const lenient = await importFile(file)
    expect(lenient.err).toContain('第 3 行，列 lat：超出 ±90 度：“119.03”；经度和纬度可能写反了')
    expect(lenient.out).toContain('新增 1')
    expect(lenient.code).toBe(2)
  })

  it('says how many known facts the file has empty cells for, and empties them with --erase', async () => {
    await importFile(fileOf([goodRow(), goodRow({ outletNo: '2' })]))
    const file = fileOf([goodRow({ hours: '', phone: '' }), goodRow({ outletNo: '2', hours: '' })])
    const kept = await importFile(file)
    expect(kept.err).toContain('电话 1 处，营业时间 2 处。都保留原样')
    expect(kept.out).toContain('未变 2')
    expect(kept.code).toBe(0)
    const asked = await importFile(file, '--erase', '--dry-run')
    expect(asked.err).toContain('电话 1 处，营业时间 2 处。带 --erase 写入时会清空')
    const erased = await importFile(file, '--erase')
    expect(erased.err).toContain('已按 --erase 清空')
    expect(erased.out).toContain('修改 2')
  })

  it('says in a dry run how many numbers a file would take away, and then what it took', async () => {
    await importFile(fileOf([goodRow({ phone: '0517-83900000;13800000000' })]))
    const file = fileOf([goodRow({ phone: '0517-83900000' })])
    expect((await importFile(file, '--dry-run')).err).toContain('已知的少：电话少 1 个。写入时会按文件改')
    expect((await importFile(file)).err).toContain('电话少 1 个。已按文件改')
    expect((await importFile(file)).err).not.toContain('已知的少')
  })

  it('names a cell that it could not read, loads its row, and ends with 2', async () => {
    const ended = await importFile(fileOf([goodRow({ phone: '见门口' })]))
    expect(ended.err).toContain('? 第 2 行，列 phone：不是电话号码：“见门口”')
    expect(ended.out).toContain('新增 1，修改 0，未变 0，删除 0，有错 0，读不懂的格 1')
    expect(ended.code).toBe(2)
  })

  it('writes to the engine of the running local stack', async () => {
    const engine = await startEngine()
    const data = join(folder, 'data')
    const withdraw = announceEngine(engine.endpoint, data)
    try {
      const ended = await importFile(fileOf([goodRow()]))
      expect(ended.out).toContain('正在运行的本机服务')
      const { context, close } = await openTarget('places', undefined, data)
      expect(
        await context.tableOf('places').query('region#320800', 'place#', { consistent: true }),
      ).toHaveLength(1)
      await close()
    } finally {
      withdraw()
      await engine.stop()
    }
  })

  it('without its file prints one line and ends with 1', async () => {
    const ended = await asProcess('import', ...importOf(join(folder, 'missing.csv')))
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
    const inCloud = ['places', fileOf([goodRow()]), '--region', '320800', '--table', 'nowhere']
    const ended = await run(['--import', 'tsx', sourceOf('import'), ...inCloud], nobody)
    expect(ended.err).toContain('找不到 AWS 凭证')
    expect(ended.err).not.toContain('    at ')
    expect(ended.code).toBe(1)
  })

  it.each([
    ['another sort of file', ['places', 'README.md', '--region', '320800'], '只能导入 .csv 或 .xlsx'],
    ['no region', ['places', 'a.csv'], '--region 要写六位行政区划代码'],
    ['a region that begins with a zero', ['places', 'a.csv', '--region', '060000'], '没有这样的行政区划代码'],
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
    const confirmed = await asProcess(
      'confirm',
      place,
      'out-of-stock',
      '--amenity',
      'water',
      '--data',
      data(),
    )
    expect(confirmed.out).toContain(`已确认 ${place}；没有待核实的事实了`)
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

describe('npm run grant', () => {
  const data = () => join(folder, 'data')
  /** Works on the identity table as the function does that the first login reaches. */
  const inStore = async <T>(work: (store: ReturnType<typeof createIdentity>) => Promise<T>): Promise<T> => {
    const { context, close } = await openTarget('identity', undefined, data())
    try {
      return await work(createIdentity(context))
    } finally {
      await close()
    }
  }

  it('makes the first admin of a city of somebody who has logged in once', async () => {
    const { no } = await inStore((store) => store.personOf('oAdmin-0001-abc'))
    const spoken = [no.slice(0, 4).toLowerCase(), no.slice(4)]
    const granted = await asProcess(
      'grant',
      ...spoken,
      '--region',
      '320800',
      '--powers',
      'admin,gifts',
      '--data',
      data(),
    )
    expect(granted.err).toBe('')
    expect(granted.out).toContain(`320800 的工作人员权限授予 ${no}：admin、gifts`)
    expect(granted.code).toBe(0)
    await inStore(async (store) => {
      const person = await store.personOfNo(no)
      expect(person?.roles).toEqual([{ kind: 'staff', region: '320800', powers: ['admin', 'gifts'] }])
      expect(await store.isAdminNow('320800', person?.id ?? '')).toBe(true)
      const [change] = await store.roleChanges('320800', dayOf(Date.now()).slice(0, 7))
      expect(change).toMatchObject({ by: null, deed: 'granted', person: person?.id })
    })
  })

  it('says that nobody has the number, and that a city would be left without an admin', async () => {
    const { no } = await inStore((store) => store.personOf('oAdmin-0001-abc'))
    const give = (to: string, powers: string) =>
      command('grant', to, '--region', '320800', '--powers', powers, '--data', data())
    const unknown = await give('00000000', 'admin')
    expect(unknown.err).toContain('没有这个编号的人')
    expect(unknown.code).toBe(1)
    await give(no, 'admin')
    const stranded = await give(no, 'gifts')
    expect(stranded.err).toContain('没有管理员')
    expect(stranded.code).toBe(1)
  })

  it('finds the tables of a deployment by its configuration, restored ones too', async () => {
    const file = join(folder, 'prod.json')
    const restored = { identity: 'fuyi-prod-identity-restored', tasks: 'fuyi-prod-tasks-2' }
    writeFileSync(file, JSON.stringify({ ...localConfig, stage: 'prod', tables: restored }))
    const asked = readGrantCommand(['ABCD2345', '--region', '320800', '--powers', 'gifts', '--config', file])
    const { context, close } = await openTarget('identity', asked.table, asked.data, asked.config)
    const names = ['identity', 'tasks', 'audit'].map((domain) => context.tableOf(domain).name)
    expect(names).toEqual([restored.identity, restored.tasks, 'fuyi-prod-audit'])
    await close()
  })

  it('names no table by another whose name says nothing of it', async () => {
    const { context } = await openTarget('identity', 'fuyi-prod-identity-restored')
    expect(() => context.tableOf('tasks')).toThrow('--config')
  })

  it('grants within a part of the city', () => {
    const asked = ['ABCD2345', '--region', '320800', '--powers', 'gifts', '--scope']
    expect(readGrantCommand([...asked, 'district.320803']).scope).toEqual({ kind: 'district', id: '320803' })
    for (const scope of ['320803', 'district.371602'])
      expect(() => readGrantCommand([...asked, scope])).toThrow('--scope 要写')
  })

  it('accepts letters that are often misheard in a number', () => {
    const asked = readGrantCommand(['o1iL-abcd', '--region', '320800', '--powers', 'gifts, gifts,audit'])
    expect(asked).toMatchObject({ no: '0111ABCD', region: '320800', powers: ['gifts', 'audit'] })
  })

  it.each([
    [[], '用法'],
    [['ABCD', '--region', '320800', '--powers', 'gifts'], '用法'],
    [['ABCD2345', '--powers', 'gifts'], '--region 要写六位'],
    [['ABCD2345', '--region', '320800'], '--powers 要从这些里选'],
    [['ABCD2345', '--region', '320800', '--powers', 'everything'], '--powers 要从这些里选'],
    [['ABCD2345', '--region', '320800', '--power', 'gifts'], '用法'],
  ])('given %j explains what to write', (args, said) => {
    expect(() => readGrantCommand(args)).toThrow(said)
  })
})
