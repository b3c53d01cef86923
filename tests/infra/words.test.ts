/** The words that docs/glossary.md gives up do not come back: in names, comments and titles of tests. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'

const root = resolve(__dirname, '../..')
const folders = ['functions', 'infra', 'miniapp/src', 'miniapp/config', 'tests']
/** The contract of an earlier release, and files that are built. */
const skipped = /fixtures\/|generated|node_modules|cdk\.out|dist\//

const rowPattern = /^\| (?<words>[^|]+) \| (?<instead>[^|]+) \| (?<where>names|everywhere) \|$/gm
const rows = [...readFileSync(join(root, 'docs/glossary.md'), 'utf8').matchAll(rowPattern)].map(
  ({ groups: { words = '', instead = '', where = '' } = {} }) => ({
    words: words.split(', '),
    instead,
    where,
  }),
)

const patternOf = (word: string) => new RegExp(`(?<![\\p{L}])${word}(?![\\p{L}])`, 'iu')
/** The words of a name: `callTime` is `call time`. */
const spaced = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[_-]/g, ' ')

type Text = { kind: 'name' | 'prose'; text: string; at: number }

/** Properties do not count: they may be a wire format, an SDK's or CSS. */
const isDeclared = (node: ts.Identifier): boolean => {
  const { parent } = node
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isTypeAliasDeclaration(parent) ||
      ts.isInterfaceDeclaration(parent) ||
      ts.isBindingElement(parent)) &&
    parent.name === node
  )
}

const isTitle = (node: ts.Node): boolean =>
  ts.isStringLiteralLike(node) &&
  ts.isCallExpression(node.parent) &&
  node.parent.arguments[0] === node &&
  /^(it|test|describe)\b/.test(node.parent.expression.getText())

const textsOf = (file: string, source: string): Text[] => {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const comments = new Map<number, Text>()
  const found: Text[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isDeclared(node))
      found.push({ kind: 'name', text: spaced(node.text), at: node.getStart() })
    if (ts.isStringLiteralLike(node) && isTitle(node))
      found.push({ kind: 'prose', text: node.text, at: node.getStart() })
    for (const { pos, end } of ts.getLeadingCommentRanges(source, node.getFullStart()) ?? [])
      comments.set(pos, { kind: 'prose', text: source.slice(pos, end), at: pos })
    for (const child of node.getChildren(tree)) visit(child)
  }
  visit(tree)
  return [...found, ...comments.values()]
}

/** Where a word stands that is given up, as `file:line: word (instead: …)`. */
const wordsIn = (file: string, source: string): string[] => {
  const refused = rows.filter(({ words }) => words.some((word) => source.toLowerCase().includes(word)))
  if (refused.length === 0) return []
  return textsOf(file, source).flatMap(({ kind, text, at }) =>
    refused
      .filter(({ where }) => kind === 'name' || where === 'everywhere')
      .flatMap(({ words, instead }) =>
        words
          .filter((word) => patternOf(word).test(text))
          .map((word) => `${file}:${source.slice(0, at).split('\n').length}: ${word} (instead: ${instead})`),
      ),
  )
}

const sources = folders
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  .filter((file) => /\.(ts|tsx|cjs)$/.test(file) && !skipped.test(file))

it('no name, comment or title of a test uses a word that the glossary has given up', () => {
  expect(rows.length).toBeGreaterThan(10)
  expect(sources.length).toBeGreaterThan(1000)
  expect(sources.flatMap((file) => wordsIn(file, readFileSync(join(root, file), 'utf8')))).toEqual([])
})

it.each([
  ['a variable', 'const toldAt = 1', 1],
  ['a parameter', 'export const one = (told: string) => told', 1],
  ['a comment', '/** What is told. */\nconst one = 1', 1],
  ['the title of a test', "it('is told', () => {})", 1],
  ['a longer word', 'const untolded = 1 // a household', 0],
  ['a field of data', "send({ told: 'x' })", 0],
])('%s is judged', (_, source, found) => {
  expect(wordsIn('one.ts', source)).toHaveLength(found)
})
