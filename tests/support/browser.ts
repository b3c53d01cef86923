/**
 * A real browser on any machine: the Chromium that npm brought, with the libraries a bare system lacks and a
 * Chinese font, unpacked once into `.cache/`. `CHROMIUM=/path` takes another; off Linux x64 one from PATH is used.
 */
import { execFileSync } from 'node:child_process'
import { accessSync, constants, createReadStream, createWriteStream, existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core'

const cache = resolve(__dirname, '../../.cache')

/** No sandbox: CI runs as root in containers. The rest keeps the browser from talking to anyone but the page. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

/** The phone every page is drawn for. */
export const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
} as const satisfies BrowserContextOptions

/** Starts a headless browser; the caller closes it. Throws with what to install where none can be had. */
export async function launchBrowser(): Promise<Browser> {
  const { executable, libraries } = await findBrowser()
  const path = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter)
  const env = { ...process.env, FONTCONFIG_FILE: await fontConfiguration(), LD_LIBRARY_PATH: path }
  try {
    return await chromium.launch({ executablePath: executable, args: quiet, env })
  } catch (cause) {
    throw new Error(
      `The browser ${executable} did not start. Install another (Debian: apt-get install chromium) and name it with CHROMIUM=/path/to/chromium`,
      { cause },
    )
  }
}

type Executable = { executable: string; libraries?: string }

async function findBrowser(): Promise<Executable> {
  const named = process.env.CHROMIUM
  if (named) {
    if (!isExecutable(named)) throw new Error(`CHROMIUM=${named} is not an executable file`)
    return { executable: named }
  }
  if (process.platform === 'linux' && process.arch === 'x64') return unpacked()
  const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
    .flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
    .find(isExecutable)
  if (onPath) return { executable: onPath }
  throw new Error(
    `No browser for ${process.platform} ${process.arch}: install Chromium or Chrome and put it on PATH, or name it with CHROMIUM=/path/to/chromium`,
  )
}

/** The package ships brotli files (120 MB unpacked); unpack next to the place and rename, so that parallel starts meet whole folders only. */
async function unpacked(): Promise<Executable> {
  const packed = join(dirname(require.resolve('@sparticuz/chromium')), '../../bin')
  const manifest: { version?: string } = JSON.parse(await readFile(join(packed, '../package.json'), 'utf8'))
  const home = join(cache, `chromium-${manifest.version}`)
  if (!existsSync(home)) {
    await mkdir(cache, { recursive: true })
    const fresh = await mkdtemp(`${home}-`)
    await decompress(join(packed, 'chromium.br'), join(fresh, 'chromium'))
    await chmod(join(fresh, 'chromium'), 0o755)
    await decompress(join(packed, 'al2023.tar.br'), join(fresh, 'libraries.tar'))
    execFileSync('tar', ['-xf', 'libraries.tar'], { cwd: fresh })
    await rm(join(fresh, 'libraries.tar'))
    await rename(fresh, home).catch(() => rm(fresh, { recursive: true }))
  }
  return { executable: join(home, 'chromium'), libraries: join(home, 'lib') }
}

const decompress = (from: string, to: string) =>
  pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to))

/** Fontconfig with our Chinese font alone, so that a screenshot looks the same on every machine. */
async function fontConfiguration(): Promise<string> {
  const fonts = join(dirname(require.resolve('@embedpdf/fonts-sc')), '../fonts')
  const file = join(cache, 'fonts.conf')
  await mkdir(cache, { recursive: true })
  await writeFile(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${join(cache, 'fontconfig')}</cachedir></fontconfig>
`,
  )
  return file
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
