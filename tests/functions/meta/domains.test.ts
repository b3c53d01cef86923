/** A domain is declared once; whatever is derived of the list of domains has each of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { domains } from '../../../functions/domains'
import { personalData } from '../../../functions/personal-data'
import { declaredPowers, powers } from '../../../functions/powers'
import { powersOf } from '../../../functions/shared/access/permission'
import { isRanked, type Operation } from '../../../functions/shared/declaration/operation'
import type { Grant } from '../../../functions/shared/declaration/reach'
import { revocations, sessionPublicKeys } from '../../../functions/shared/session/session-grants'
import { stageDomain } from '../../support/stage/domains'

const functions = resolve(__dirname, '../../../functions')
const folders = readdirSync(functions, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
  .map(({ name }) => name)
const named = domains.map((domain) => [domain.name, domain] as const)

describe('the list of domains', () => {
  it('has every folder of functions/ but what they share', () => {
    expect(domains.map(({ name }) => name).sort()).toEqual(folders.sort())
  })

  it('has each path, operation, code, action on record, kind of task and secret in one domain alone', () => {
    const twice = (names: readonly string[]) => names.filter((name, i) => names.indexOf(name) !== i)
    expect(twice(domains.flatMap(({ paths }) => paths))).toEqual([])
    expect(twice(domains.flatMap(({ operations }) => Object.keys(operations)))).toEqual([])
    expect(twice(domains.flatMap(({ problems }) => Object.keys(problems)))).toEqual([])
    expect(twice(domains.flatMap(({ auditActions = {} }) => Object.keys(auditActions)))).toEqual([])
    expect(twice(domains.flatMap(({ taskKinds }) => taskKinds))).toEqual([])
    expect(twice(domains.flatMap(({ ownSecrets }) => ownSecrets.map(({ name }) => name)))).toEqual([])
  })
})

/** Whose city is known only after a read, so that the handler checks it; each says why beside its `region`. */
const checkedByHandler = ['ledger']

describe('the city of what staff do', () => {
  it('is checked by the router wherever the request names it', () => {
    const left = domains.flatMap(({ operations }) =>
      Object.entries<Operation>(operations).flatMap(([name, { region }]) =>
        region === 'handler' ? [name] : [],
      ),
    )
    expect(left).toEqual(checkedByHandler)
  })
})

/** Handlers that look at powers, city or key themselves, and what they have to read first. */
const looksItself: Record<string, string> = {
  'media/handlers/media.ts': 'the power that a file takes to be decided stands in the file',
  'points/handlers/staff/records.ts': 'the number of an order tells no city',
}

describe('what a request is refused for before its handler', () => {
  const handlers = domains.flatMap(({ name }) =>
    readdirSync(join(functions, name), { recursive: true, encoding: 'utf8' })
      .filter((file) => /^handlers(\.ts$|\/)/.test(file) && file.endsWith('.ts'))
      .map((file) => ({ file: `${name}/${file}`, text: readFileSync(join(functions, name, file), 'utf8') })),
  )
  const byHand = /\b(mayAsStaff|requirePower|isStaffOf|readKey)\(|\bkind === 'staff'/g

  it('is declared by the operation: no handler looks at powers, city or key but those that read first', () => {
    expect(handlers.length).toBeGreaterThan(30)
    const found = handlers.flatMap(({ file, text }) => (text.match(byHand) ?? []).map(() => file))
    expect(found.sort()).toEqual(Object.keys(looksItself).sort())
  })
})

describe('powers', () => {
  const declared = domains.flatMap((domain) => Object.keys(domain.powers))

  it('are each declared by one domain alone', () =>
    expect(declared.filter((name, i) => declared.indexOf(name) !== i)).toEqual([]))

  it('are those that the phone and identity know', () => expect([...powers].sort()).toEqual(declared.sort()))

  it('are declared before an operation asks for them', () => {
    const asked = domains.flatMap(({ operations }) =>
      Object.values<Operation>(operations).flatMap(({ access, path }) => {
        return powersOf(access).map((power) => ({ path, power }))
      }),
    )
    expect(asked.filter(({ power }) => !declared.includes(power))).toEqual([])
  })

  it('are each explained in a name and one line of Chinese', () => {
    const lines = Object.values(declaredPowers).flatMap(({ title, about }) => [title, about])
    expect(lines.filter((line) => !/^\p{Script=Han}[^\n]{1,60}$/u.test(line))).toEqual([])
  })
})

describe('the list of what domains hold of people', () => {
  // Identity keeps the people themselves: its job removes them last.
  const holding = domains
    .filter((domain) => domain.personalData.length > 0 && domain.name !== 'identity')
    .map((domain) => domain.name)
    .sort()

  it('names each that declares something: its exporter and eraser', () =>
    expect(Object.keys(personalData).sort()).toEqual(holding))
})

describe.each(named)('%s', (name, domain) => {
  const operations: Operation[] = Object.values(domain.operations)

  it('has an entry for its function and for each of its jobs', () => {
    const entries = ['handler.ts', ...domain.jobs.map((job) => `${job.name}-handler.ts`)]
    expect(entries.filter((entry) => !existsSync(join(functions, name, entry)))).toEqual([])
    // Whatever a job tries again and again ends before Lambda stops it.
    const withoutDeadline = domain.jobs.filter(
      (job) =>
        !/^export const handler = jobHandler\(/m.test(
          readFileSync(join(functions, name, `${job.name}-handler.ts`), 'utf8'),
        ),
    )
    expect(withoutDeadline.map((job) => job.name)).toEqual([])
  })

  it('has a request on the stage for each operation and for no other', () => {
    expect(Object.keys(stageDomain(name).requests).sort()).toEqual(Object.keys(domain.operations).sort())
  })

  it('reads what sessions need where an operation asks for one, and not else', () => {
    const knows = operations.some(({ access }) => access !== 'public')
    expect(domain.secrets.includes(sessionPublicKeys)).toBe(knows)
    const ranks = operations.some(({ access }) => isRanked(access)) && name !== revocations.table
    expect(domain.grants.includes(revocations)).toBe(ranks)
  })

  it('is granted tables that there are, reads secrets that are made, and calls functions that can be called', () => {
    const reaches = [domain, ...domain.jobs]
    const tables = domains.filter(({ table }) => table).map((one) => one.name)
    const unknown = reaches.flatMap(({ grants = [] }) =>
      grants.filter(({ table }) => !tables.some((known) => known === table)),
    )
    expect(unknown).toEqual([])
    const made = domains.flatMap(({ ownSecrets }) => ownSecrets)
    expect(reaches.flatMap(({ secrets = [] }) => secrets.filter((secret) => !made.includes(secret)))).toEqual(
      [],
    )
    const called = domains.flatMap((one) => one.jobs.map((job) => `${one.name}-${job.name}`))
    expect(reaches.flatMap(({ calls = [] }) => calls.filter((call) => !called.includes(call)))).toEqual([])
  })

  it('says what it keeps of people, where an operation is somebody’s own', () => {
    const isPersonal = operations.some(({ access }) => access === 'person' || access === 'known')
    if (isPersonal) expect(domain.personalData.length).toBeGreaterThan(0)
    for (const { what } of domain.personalData) expect(what.length).toBeGreaterThan(10)
  })

  it('says that it keeps who did it, where staff act on record or make something wait', () => {
    const keeps = Object.keys(domain.auditActions ?? {}).length > 0 || domain.taskKinds.length > 0
    if (keeps) expect(domain.personalData.length).toBeGreaterThan(0)
  })

  it('exports what it declares of people, and erases what it says is erased, by what it is granted', () => {
    const declared = domain.personalData
    const [parts] = Object.entries(personalData).flatMap(([one, parts]) => (one === name ? [parts] : []))
    const grants = domain.personalGrants
    if (parts && declared.some(({ erased }) => erased === true)) expect(parts.erase).not.toBeNull()
    expect(grants.erase.length > 0).toBe(Boolean(parts?.erase))
    const isReading = ({ actions }: Grant) =>
      actions.every((action) => /^(BatchGetItem|GetItem|Query)$/.test(action))
    expect(grants.export.filter((grant) => !isReading(grant))).toEqual([])
    const exporter = domains.find(({ holdings }) => holdings === 'export')
    expect(exporter?.grants).toEqual(expect.arrayContaining([...grants.export]))
    const eraser = exporter?.jobs.find(({ holdings }) => holdings === 'erase')
    expect(eraser?.grants).toEqual(expect.arrayContaining([...grants.erase]))
  })

  it('throttles paths that it has', () => {
    expect(Object.keys(domain.throttles ?? {}).filter((path) => !domain.paths.includes(path))).toEqual([])
  })
})
