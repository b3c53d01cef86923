/** Reads the mini-program's style sheets for the tests that hold them to the figures of the design. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import postcss from 'postcss'
import { compile } from 'sass'

const source = resolve(__dirname, '../../../miniapp/src')

/** The custom properties of one rule set: `vars('light', 'elder')['--t1']` is `18px`. */
export function tokens(theme: 'light' | 'dark', size: 'normal' | 'elder' = 'normal'): Record<string, string> {
  const found: Record<string, string> = {}
  const root = postcss.parse(compile(join(source, 'shared/design/tokens.scss')).css)
  root.walkDecls(/^--/, (decl) => {
    const rule = decl.parent
    if (rule?.type !== 'rule' || !('selector' in rule)) return
    const media = rule.parent?.type === 'atrule' && 'params' in rule.parent ? String(rule.parent.params) : ''
    const themed = media === '' || (theme === 'dark' && media.includes('prefers-color-scheme: dark'))
    const sized = rule.selector !== '.elder' || size === 'elder'
    if (themed && sized) found[decl.prop] = decl.value
  })
  return found
}

/** Every style sheet written by hand, as `[path, text]`. */
export function sheets(): [path: string, text: string][] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.scss'))
    .map((name) => [relative(source, join(source, name)), readFileSync(join(source, name), 'utf8')])
}

/** All declarations of a style sheet: `[property, value]`. */
export function declarations(text: string): [property: string, value: string][] {
  const found: [string, string][] = []
  postcss.parse(text.replace(/\/\/.*$/gm, '')).walkDecls((decl) => {
    found.push([decl.prop, decl.value])
  })
  return found
}
