/** What each domain brings to the desk is there: its pages, the words for what its staff do, and how what waits in it is decided. */
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { registrations } from '@/desk/registrations'
import { deskPages, loadDecisions } from '@/desk/registry'
import { auditActionName, auditSubjectKind, otherName } from '@/desk/words'
import { type DomainName, domains } from '../../../functions/domains'

const source = resolve(__dirname, '../../../miniapp/src')
const own = readdirSync(source).filter((folder) => existsSync(join(source, folder, 'desk/register.ts')))

it.each(own)('the desk knows what %s registers', async (folder) => {
  const { register } = await import(join(source, folder, 'desk/register.ts'))
  expect(registrations).toContain(register)
})

it('every registered page has its address in the package of the desk', () => {
  const missing = deskPages.filter(({ path }) => !existsSync(join(source, path, 'index.config.ts')))
  expect(missing).toEqual([])
})

const of = (names: (domain: (typeof domains)[number]) => readonly string[]): [DomainName, string][] =>
  domains.flatMap((domain) => names(domain).map((name): [DomainName, string] => [domain.name, name]))

it.each(of(({ auditActions = {} }) => Object.keys(auditActions)))(
  'the desk has words for what staff do in %s: %s',
  (_, action) => {
    expect(auditActionName(action)).not.toBe(otherName)
    expect(auditSubjectKind(action)).not.toBe(otherName)
  },
)

it('says of what it does not know that it is something else', () => {
  expect(auditActionName('from-a-later-server')).toBe(otherName)
  expect(auditSubjectKind('from-a-later-server')).toBe(otherName)
})

it.each(of(({ taskKinds }) => taskKinds))('what waits in %s is decided at the desk: %s', async (_, kind) => {
  expect((await loadDecisions()).get(kind)).toBeInstanceOf(Function)
})
