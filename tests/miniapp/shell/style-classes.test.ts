/** A class that a screen names and its style sheet does not have draws nothing without an error, as the types know no names. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const source = resolve(__dirname, '../../../miniapp/src')

const screens = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.tsx'),
)

test('every class that a screen names is in its style sheet', () => {
  expect(screens.flatMap(missingIn)).toEqual([])
})

function missingIn(screen: string): string[] {
  const text = readFileSync(join(source, screen), 'utf8')
  return [...text.matchAll(/import (\w+) from '([^']+\.module\.scss)'/g)].flatMap(([, name, path]) => {
    const sheet = sheetOf(screen, path ?? '')
    const used = [...text.matchAll(new RegExp(`(?<![\\w.])${name}\\.(\\w+)`, 'g'))].map(([, used]) => used)
    return used.filter((used) => !new RegExp(`\\.${used}\\b`).test(sheet)).map((used) => `${screen}: ${used}`)
  })
}

function sheetOf(screen: string, path: string): string {
  const file = path.startsWith('@/') ? join(source, path.slice(2)) : join(source, dirname(screen), path)
  return existsSync(file) ? readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '') : ''
}
