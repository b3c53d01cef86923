import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { JSDOM } from 'jsdom'
import { contentSecurityPolicy } from '../../infra/constructs/security-headers'
import { buildMiniapp } from '../../infra/local/builds/builds'
import { root } from '../../infra/local/run'
import { pagesIn } from '../../miniapp/config/pages'

const folder = join(root, 'miniapp/dist/h5')
const mostBytes = 160 * 1024

describe('the page of the browser', () => {
  let page: Document
  beforeAll(async () => {
    await buildMiniapp('h5')
    page = new JSDOM(readFileSync(join(folder, 'index.html'), 'utf8')).window.document
  }, 300_000)

  it('shows the first screen without any script or style sheet', () => {
    const frame = page.querySelector('#frame')
    expect(frame?.textContent).toContain('找网点、地址、编号')
    expect(frame?.textContent).toContain('需要帮助')
    const style = page.querySelector('head style')?.textContent
    expect(style).toContain('#frame .search{')
    expect(style).toMatch(/\.icon-search\{[^}]*\}\.icon-/)
    const sheets = [...page.querySelectorAll('link[rel=stylesheet]')]
    expect(sheets).toHaveLength(1)
    for (const sheet of sheets) expect(isAfter(sheet, frame)).toBe(true)
  })

  it('uses the same pictures as the style sheet, so that nothing is drawn twice', () => {
    const name = page.querySelector('link[rel=stylesheet]')?.getAttribute('href') ?? ''
    const sheet = readFileSync(join(folder, name), 'utf8')
    const style = page.querySelector('head style')?.textContent ?? ''
    const pictures = style.match(/url\("data:[^"]*"\)/g) ?? []
    expect(pictures).toHaveLength(9)
    for (const picture of pictures) expect(sheet).toContain(picture)
  })

  it('has links that work before the program runs', () => {
    const links = [...page.querySelectorAll('#frame a')].map((link) => link.getAttribute('href') ?? '')
    expect(links).toHaveLength(11)
    const routes = pagesIn(join(root, 'miniapp/src'))
    for (const link of links) expect(routes).toContain(link.slice('#/'.length))
  })

  it('holds one script of its own, which the content policy names', () => {
    const own = [...page.querySelectorAll('script:not([src])')]
    expect(own).toHaveLength(1)
    const hash = createHash('sha256')
      .update(own[0]?.textContent ?? '')
      .digest('base64')
    expect(contentSecurityPolicy({ tileOrigins: [], bucketOrigins: [] })).toContain(
      `script-src 'self' 'sha256-${hash}'`,
    )
    expect(contentSecurityPolicy({ tileOrigins: [], bucketOrigins: [] })).not.toMatch(/script-src[^;]*unsafe/)
  })

  it('preloads what the home page needs, at most 160 KB of scripts', () => {
    const scripts = page.querySelectorAll('script[src], link[rel=preload][as=script]')
    const names = [...scripts].map((one) => one.getAttribute('src') ?? one.getAttribute('href') ?? '')
    expect(names.filter((name) => name.includes('home'))).toHaveLength(1)
    const bytes = names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).byteLength, 0)
    expect(bytes).toBeLessThanOrEqual(mostBytes)
  })
})

const isAfter = (one: Element, other: Element | null): boolean =>
  other !== null && (other.compareDocumentPosition(one) & one.DOCUMENT_POSITION_FOLLOWING) !== 0
