import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const functions = join(__dirname, '../../../functions')
const domains = readdirSync(functions, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
  .map(({ name }) => name)

/** Where domains are put together: nothing of a domain imports these. */
const isComposition = (file: string) => /^(index|domain|([a-z]+-)*handler)\.ts$/.test(file)

/** What the files of a domain import of others beside promises: their fragments. */
const usedBy = (domain: string): string[] => {
  const files = readdirSync(join(functions, domain), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !isComposition(file))
    .map((file) => readFileSync(join(functions, domain, file), 'utf8'))
  return domains.filter(
    (other) => other !== domain && files.some((text) => text.includes(`../${other}/fragments'`)),
  )
}

const cyclesFrom = (domain: string, path: readonly string[] = []): string[] =>
  path.includes(domain)
    ? [[...path, domain].join(' → ')]
    : usedBy(domain).flatMap((other) => cyclesFrom(other, [...path, domain]))

it('no domain builds on one that builds on it', () =>
  expect(domains.flatMap((domain) => cyclesFrom(domain))).toEqual([]))
