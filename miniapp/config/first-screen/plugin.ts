/**
 * Makes the browser's page paint before any script: the frame and its styles stand in the page itself, the style sheet
 * of the program comes after them, and what the home page needs is asked for at once instead of one after the other.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { compile } from 'sass'
import type { Chunk, Compilation, Compiler } from 'webpack'
import { frameHtml } from './frame'

const homePage = /tabs[\\/]home[\\/]index$/

/** Whether it is loaded for the home page. */
export const isOfHome = (chunk: Chunk): boolean =>
  [...chunk.groupsIterable].some(({ origins }) => origins.some(({ request }) => homePage.test(request ?? '')))

const deskPage = /(^|[\\/])desk[\\/]([\w-]+[\\/]){1,3}index$/

/** Loaded for pages of the desk alone. */
export const isOfDesk = (chunk: Chunk): boolean =>
  [...chunk.groupsIterable].every(({ origins }) =>
    origins.every(({ request }) => deskPage.test(request ?? '')),
  )

export class FirstScreenPlugin {
  apply(compiler: Compiler): void {
    const { Compilation: stages, sources } = compiler.webpack
    compiler.hooks.thisCompilation.tap('first-screen', (compilation) => {
      // The names have their hashes, and the page names the files; the list of the worker is made after it (offline.ts).
      const stage = stages.PROCESS_ASSETS_STAGE_REPORT - 1
      compilation.hooks.processAssets.tap({ name: 'first-screen', stage }, (assets) => {
        const page = assets['index.html']
        if (!page) return
        const files = [...compilation.chunks]
          .filter((chunk) => !chunk.canBeInitial() && isOfHome(chunk))
          .flatMap(({ files }) => [...files])
        const text = withFrame(String(page.source()), { files, icons: iconRules(assets) })
        compilation.updateAsset('index.html', new sources.RawSource(text))
      })
    })
  }
}

/** Exactly as it stands in the page: the content policy knows its hash. */
const early = (): string => readFileSync(path.join(__dirname, 'early.js'), 'utf8')

/** By class, e.g. `icon-search`. */
type IconRules = ReadonlyMap<string, string>

/**
 * The icons as the program's own style sheet has them once it is minified. Written another way they would be other
 * pictures: a phone draws each anew when the sheet comes, and holds up everything for it.
 */
function iconRules(assets: Compilation['assets']): IconRules {
  const sheets = Object.entries(assets).filter(([name]) => name.endsWith('.css'))
  const rules = sheets.flatMap(([, asset]) => [
    ...String(asset.source()).matchAll(/\.(icon-[\w-]+)\s*\{[^}]*mask-image[^}]*\}/g),
  ])
  return new Map(rules.map(([rule, name = '']) => [name, rule]))
}

type Parts = {
  /** Of the home page, loaded by the program as soon as it runs. */
  files: readonly string[]
  icons: IconRules
}

function withFrame(page: string, { files, icons }: Parts): string {
  const sheets = page.match(/<link href="[^"]+" rel="stylesheet">/g) ?? []
  if (sheets.length === 0 || !page.includes('<body>'))
    throw new Error('the page has changed: where does the frame go?')
  const frame = frameHtml(early())
  const preloads = [...new Set(files)].flatMap((file) => {
    const kind = file.endsWith('.js') ? 'script' : file.endsWith('.css') ? 'style' : null
    return kind ? [`<link rel="preload" as="${kind}" href="/${file}">`] : []
  })
  return sheets
    .reduce((rest, sheet) => rest.replace(sheet, ''), page)
    .replace('</head>', () => `<style>${stylesOf(frame, icons)}</style>${preloads.join('')}</head>`)
    .replace('<body>', () => `<body>${frame}${sheets.join('')}`)
}

function stylesOf(frame: string, icons: IconRules): string {
  const { css } = compile(path.join(__dirname, 'frame.scss'), { style: 'compressed' })
  return css + shownIcons(frame, icons)
}

/** The rules of the icons that the frame shows; the sheet of all of them is larger than the page. */
function shownIcons(frame: string, icons: IconRules): string {
  const shown = new Set([...frame.matchAll(/\b(icon-(?!size)[\w-]+)/g)].map(([name]) => name))
  return [...shown]
    .map((name) => {
      const rule = icons.get(name)
      if (rule === undefined) throw new Error(`no style sheet has the picture ${name}`)
      return rule
    })
    .join('')
}
