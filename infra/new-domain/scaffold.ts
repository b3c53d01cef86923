/** Writes the skeleton of a domain: the files of template/, and the domain's line in the lists that name every domain. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from '../local/failure'

export type Scaffolded = { created: string[]; edited: string[] }

const templates = join(__dirname, 'template')
const extension = '.template'

/** @param root the repository */
export const scaffold = (root: string, name: string): Scaffolded => {
  if (!/^[a-z]{3,20}$/.test(name))
    throw new Failure(`A domain has one word of small letters for a name; ${JSON.stringify(name)} is none.`)
  if (existsSync(join(root, 'functions', name))) throw new Failure(`functions/${name} is there already.`)
  const created = readdirSync(templates, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(extension))
    .map((file) => {
      const path = named(file.slice(0, -extension.length), name)
      write(join(root, path), named(readFileSync(join(templates, file), 'utf8'), name))
      return path
    })
  for (const [path, edits] of Object.entries(lists(name))) {
    const before = readFileSync(join(root, path), 'utf8')
    writeFileSync(
      join(root, path),
      edits.reduce((text, edit) => insert(text, edit, path), before),
    )
  }
  return { created: created.sort(), edited: Object.keys(lists(name)) }
}

const named = (text: string, name: string) =>
  text.replaceAll('NAME', name).replaceAll('CAPITAL', capital(name))
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

const write = (path: string, text: string) => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** `line` goes before the first line that begins so. An import goes among those of its folder, where the linter would sort it. */
type Edit = { line: string; before: string }
const importOfOwnFolder = /^import .* from '(\.\/[^']+)'$/
const importPath = (line: string): string | undefined => importOfOwnFolder.exec(line)?.[1]

/** The files that name every domain. Whatever else a domain needs is derived of its declaration, or found by its name. */
const lists = (name: string): Record<string, Edit[]> => ({
  'functions/domains.ts': [
    { line: `import { ${name} } from './${name}/domain'`, before: 'import' },
    { line: `  ${name},`, before: '  meta,' },
  ],
  'miniapp/src/domains.ts': [
    { line: `import { ${name} } from './${name}/domain'`, before: 'import' },
    { line: `  ${name},`, before: '  audit: {},' },
  ],
})

const insert = (text: string, { line, before }: Edit, path: string): string => {
  const lines = text.split('\n')
  const own = importPath(line)
  const at = own === undefined ? lines.findIndex((one) => one.startsWith(before)) : placeOfImport(lines, own)
  if (at < 0) throw new Error(`${path} has no line that begins with ${JSON.stringify(before)}`)
  return lines.toSpliced(at, 0, line).join('\n')
}

/** Before the first import of the folder that sorts after it, or after the last one. */
const placeOfImport = (lines: readonly string[], own: string): number => {
  const next = lines.findIndex((line) => (importPath(line) ?? '') > own)
  return next >= 0 ? next : lines.findLastIndex((line) => importPath(line) !== undefined) + 1
}
