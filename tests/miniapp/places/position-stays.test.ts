/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * A citizen's position never leaves the phone. Once by walking through every page with a recorder on every way out,
 * once by reading the source.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import gcoord from 'gcoord'
import { start } from '../shell/start'
import { aBrowser } from './browser'

const source = path.resolve(__dirname, '../../../miniapp/src')

/** Where the person stands, as the browser tells it, and as the map knows it. */
const wgs84 = { longitude: 119.027613, latitude: 33.603947 }
const [lng, lat] = gcoord.transform([wgs84.longitude, wgs84.latitude], gcoord.WGS84, gcoord.GCJ02)

/** Any of the four figures to three decimals (about 100 m), with or without the point: 119.027, 119027. */
const telling = [wgs84.longitude, wgs84.latitude, lng, lat].map((degrees) => {
  const [whole = '', decimals = ''] = degrees.toFixed(6).split('.')
  return new RegExp(`${whole}\\.?${decimals.slice(0, 3)}`)
})

describe('a walk through every page', () => {
  it('tells nobody where the person is, and writes it down nowhere', async () => {
    const browser = aBrowser({ spot: wgs84 })
    const { open, screen, fireEvent, cleanup, phone } = start((phone) => {
      phone.storage.set('fuyi.age', '{"v":1,"value":"adult"}')
      phone.params = { id: '320800-2' }
    })
    const server = phone.server
    phone.server = (sent) =>
      sent.method === 'POST' ? { statusCode: 200, data: '{"counted":true,"doubts":[]}' } : server(sent)

    open('tabs/map')
    fireEvent.click(await screen.findByRole('button', { name: /算起.*用我的位置/ }))
    fireEvent.click(screen.getByRole('button', { name: '用我的位置' }))
    expect(await screen.findByText('从我的位置算起')).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: '爱心救助点' }))
    fireEvent.click(screen.getByRole('button', { name: /^健康西路福彩站/ }))
    fireEvent.click(screen.getByRole('button', { name: '导航' }))
    for (const map of ['高德地图', '百度地图', '腾讯地图']) {
      fireEvent.click(screen.getByText(map))
      fireEvent.click(screen.getByRole('button', { name: '导航' }))
    }
    fireEvent.click(screen.getByRole('button', { name: '关闭' }))
    cleanup()

    open('places/pages/aid')
    fireEvent.click(await screen.findByRole('button', { name: '去那里' }))
    fireEvent.click(screen.getByText('高德地图'))
    cleanup()

    open('places/pages/search')
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '水渡' } })
    fireEvent.click(await screen.findByRole('button', { name: /水渡口福彩站/ }))
    cleanup()

    open('places/pages/detail')
    fireEvent.click(await screen.findByRole('button', { name: '收藏' }))
    cleanup()

    open('places/pages/report')
    fireEvent.click(screen.getByRole('radio', { name: '门锁着，进不去' }))
    fireEvent.click(screen.getByRole('button', { name: '发送' }))
    await screen.findByText('收到了，谢谢')

    open('tabs/home')
    await screen.findByRole('button', { name: '去那里：水渡口福彩站' })

    expect(browser.questions).toEqual(['position'])
    const ways = {
      requests: phone.sent.map((sent) => JSON.stringify(sent)),
      opened: browser.opened.map(decodeURIComponent),
      navigated: phone.did,
      kept: [...phone.storage].map((entry) => entry.join(' ')),
    }
    expect(ways.requests.length).toBeGreaterThan(3)
    expect(ways.opened).toHaveLength(4)
    for (const [way, words] of Object.entries(ways)) {
      for (const word of words) {
        for (const figure of telling)
          expect({ way, word: figure.exec(word)?.[0] ?? null }).toEqual({ way, word: null })
      }
    }
  })
})

describe('the source', () => {
  const files = sourceFiles(source)
  const importers = (wanted: RegExp) =>
    files.filter((file) => wanted.test(readFileSync(file, 'utf8'))).map((file) => path.relative(source, file))

  it('asks for the position in one place a platform', () => {
    const asking = importers(
      /getFuzzyLocation\(|\.geolocation\.|\bgetLocation\(|startLocationUpdate|chooseLocation\(/,
    )
    expect(asking).toEqual(['shared/city/where/position.h5.ts', 'shared/city/where/position.ts'])
  })

  it('lets one module have it', () => {
    const having = importers(/import (?!type)[^\n]*from '[^']*where\/position'/)
    expect(having).toEqual(['shared/city/origin.ts'])
  })

  it('has nothing that asks the server know the origin of distances', () => {
    const seen = new Set<string>()
    for (const asking of ['places/reports.ts', 'shared/city/api.ts']) reach(path.join(source, asking), seen)
    const names = [...seen].map((file) => path.relative(source, file))
    expect(names).toContain('shared/api/request.ts')
    expect(names.filter((name) => /origin|where|nearest/.test(name))).toEqual([])
  })
})

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) return sourceFiles(file)
    return /\.tsx?$/.test(entry.name) ? [file] : []
  })
}

/** Everything of the phone's own source that a file imports, and what that imports, types left out. */
function reach(file: string, seen: Set<string>): void {
  if (seen.has(file)) return
  seen.add(file)
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type)[^;]*?from '([^']+)'/gm)
  for (const [, name = ''] of imports) {
    const base = name.startsWith('@/')
      ? path.join(source, name.slice(2))
      : path.resolve(path.dirname(file), name)
    const found = ['.ts', '.tsx', '/index.ts', '/index.tsx']
      .map((end) => base + end)
      .find((one) => sourceFilesSet.has(one))
    if (found) reach(found, seen)
  }
}

const sourceFilesSet = new Set(sourceFiles(source))
