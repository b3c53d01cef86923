/** What the documents name exists: files, links, commands; decision records have one form, and what is kept of people is what the domains say. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import * as z from '../../functions/shared/zod'
import { keptItems } from '../support/kept-items'

const root = resolve(__dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const decisions = readdirSync(join(root, 'docs/decisions'))
  .filter((file) => /^\d{3}-/.test(file))
  .map((file) => `docs/decisions/${file}`)
const pages = readdirSync(join(root, 'docs'))
  .filter((file) => file.endsWith('.md') && file !== 'CHANGELOG.md')
  .map((file) => `docs/${file}`)
const documents = ['README.md', ...pages, ...decisions]

const scripts = Object.keys(
  z.parse(z.object({ scripts: z.record(z.string(), z.string()) }), JSON.parse(read('package.json'))).scripts,
)

/** Paths from the root of the repository, as `code`. The guide's example domain and what a run writes do not exist here. */
const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`((?:functions|infra|miniapp|tests|docs|\.ci)\/[\w./@-]+)`/g)].flatMap(
    ([, path = '']) => (/\b(dist|NAME|notices|output)\b/.test(path) ? [] : [path]),
  )

/** A module is named by its file, its folder, or its beginning (`tests/functions/points/orders`). */
const isThere = (path: string): boolean => {
  const full = join(root, path)
  if (existsSync(full)) return true
  const folder = dirname(full)
  const name = full.slice(folder.length + 1)
  return existsSync(folder) && readdirSync(folder).some((file) => file.startsWith(`${name}.`))
}

describe.each(documents)('%s', (file) => {
  const text = read(file)

  it('names files that exist', () => expect(pathsIn(text).filter((path) => !isThere(path))).toEqual([]))

  it('links to documents that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = '']) => link)
    expect(links.filter((link) => !existsSync(resolve(root, dirname(file), link)))).toEqual([])
  })

  it('names commands that exist', () => {
    const commands = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name)
    expect(commands.filter((name) => !scripts.includes(name))).toEqual([])
  })
})

it.each(decisions)('%s has title, date, status, context, decision, consequences and figures', (file) => {
  const text = read(file)
  expect(text).toMatch(/^# \d{3} · .+\n\nDate: \d{4}-\d\d-\d\d · Status: .+\n/)
  expect([...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual(
    expect.arrayContaining(['Context', 'Decision', 'Consequences', 'Figures']),
  )
})

it('docs/personal-data.md has every item that the domains say they keep of people', () => {
  const rows = keptItems.map(
    ({ table, item, what, after }) => `| ${table} | \`${item}\` | ${what} | ${after} |`,
  )
  const table = [
    '| table | item | what it holds | after the deletion |',
    '| --- | --- | --- | --- |',
    ...rows,
  ]
  const page = read('docs/personal-data.md')
  const written = page.replace(
    /(<!-- table -->\n\n)[\s\S]*?(\n\n<!-- end -->)/,
    (_, begin: string, end: string) => `${begin}${table.join('\n')}${end}`,
  )
  // `WRITE_DOCS=1` writes the table anew.
  if (process.env.WRITE_DOCS === '1') writeFileSync(join(root, 'docs/personal-data.md'), written)
  expect(read('docs/personal-data.md')).toBe(written)
  expect(rows.length).toBeGreaterThan(30)
})
