/** The page as China's CloudFront serves it, without one header of ours, in a real browser. */
import { readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { chinaPage } from '../../infra/china/page'
import { buildMiniapp } from '../../infra/local/builds/builds'
import { type Listening, listen } from '../../infra/local/gateway/listen'
import { createPages } from '../../infra/local/gateway/pages'
import { root } from '../../infra/local/run'
import { launchBrowser, phone } from '../support/browser'

const folder = join(root, 'miniapp/dist/h5')

describe('the page in China', () => {
  let browser: Browser
  let site: Listening
  /** Somebody else's, which puts ours into a frame. */
  let other: Listening
  beforeAll(async () => {
    await buildMiniapp('h5')
    const html = chinaPage(readFileSync(join(folder, 'index.html'), 'utf8'), {
      tileOrigins: [],
      bucketOrigins: [],
    })
    const pages = createPages(folder, {})
    const answer: RequestListener = (request, response) => {
      if (request.url === '/') return response.setHeader('content-type', 'text/html; charset=utf-8').end(html)
      if (request.url?.startsWith('/api')) return response.writeHead(503).end()
      return pages(request, response)
    }
    site = await listen(0)
    site.answerWith(answer)
    other = await listen(0)
    other.answerWith((_, response) => {
      response.setHeader('content-type', 'text/html')
      response.end(
        `<h1>抽奖</h1><iframe sandbox="allow-scripts allow-same-origin" src="${site.url}"></iframe>`,
      )
    })
    browser = await launchBrowser()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await Promise.all([site?.stop(), other?.stop()])
  })
  const open = async (url: string): Promise<{ page: Page; refused: string[] }> => {
    const page = await (await browser.newContext(phone)).newPage()
    const refused: string[] = []
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) refused.push(message.text())
    })
    await page.goto(url)
    return { page, refused }
  }

  it('runs under its own policy, which refuses nothing of it', async () => {
    const { page, refused } = await open(site.url)
    // The frame stands there without any script; the program replaces it.
    await page.waitForFunction(() => document.querySelector('#app')?.childElementCount ?? 0)
    await page.getByText('需要帮助').first().waitFor()
    expect(refused).toEqual([])
    await page.context().close()
  }, 300_000)

  it('refuses a script that somebody wrote into it', async () => {
    const { page, refused } = await open(site.url)
    await page.waitForFunction(() => document.querySelector('#app')?.childElementCount ?? 0)
    const ran = await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "theirs"'
      document.head.append(script)
      return document.title === 'theirs'
    })
    expect(ran).toBe(false)
    expect(refused.length).toBeGreaterThan(0)
    await page.context().close()
  }, 300_000)

  it('shows nothing in the frame of another page', async () => {
    const { page } = await open(other.url)
    const frame = page.frames().find((each) => each.url().startsWith(site.url))
    expect(frame).toBeDefined()
    await frame?.waitForFunction(() => document.readyState === 'complete')
    expect(await frame?.evaluate(() => getComputedStyle(document.documentElement).display)).toBe('none')
    await page.context().close()
  }, 300_000)
})
