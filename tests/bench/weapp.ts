/** The WeChat package: its main package on disk, and what its first screen sends over from logic to view. */
import { buildMiniapp } from '../../infra/local/builds/builds'
import { demoBackend } from '../weapp/backend'
import { apiOrigin, builtPackage } from '../weapp/built'
import type { Figures } from '../weapp/harness/figures'
import { turnOn } from '../weapp/harness/phone'
import { inHuaian } from '../weapp/in-huaian'
import { type Figure, now } from './bench'
import { kb, type Row } from './harness'
import { adcode } from './stage'
import { pointsRows } from './weapp-points'

const mostMain = 700 * 1024
const mostFirst = { bytes: 16 * 1024, calls: 4 }

export const weappFigure: Figure = {
  name: 'weapp',
  async measure({ step, stage }) {
    step('build for WeChat')
    await buildMiniapp('weapp')
    step('open the first screen of the WeChat package')
    const first = await firstScreen(await (await stage()).emptyTables('weapp'))
    step('open the screens of points as a demo citizen who is logged in')
    return [mainRow(), firstRow(first), ...(await pointsRows())]
  },
}

function mainRow(): Row {
  const weapp = builtPackage()
  const sizes = new Map<string, number>()
  for (const file of weapp.files) {
    const name = weapp.packageOf(file) ?? 'main'
    sizes.set(name, (sizes.get(name) ?? 0) + weapp.bytes(file))
  }
  const main = sizes.get('main') ?? 0
  const others = [...sizes].filter(([name]) => name !== 'main')
  return {
    what: 'WeChat: main package',
    target: `≤ ${kb(mostMain)}`,
    measured: [kb(main), ...others.map(([name, bytes]) => `${name} ${kb(bytes)}`)].join(', '),
    met: main <= mostMain,
    values: Object.fromEntries([...sizes].map(([name, bytes]) => [`${name}Bytes`, bytes])),
  }
}

/** A first visit to the demonstration city, until nothing more happens. */
async function firstScreen(tables: Parameters<typeof demoBackend>[0]): Promise<Figures> {
  const clock = () => now
  const backend = await demoBackend(tables, clock, adcode)
  const phone = await turnOn({
    weapp: builtPackage(),
    domains: [apiOrigin],
    backend,
    clock,
    stored: inHuaian(),
  })
  try {
    await phone.sees('去那里')
    await phone.quiet()
    const figures = phone.figures().get(phone.route())
    if (!figures) throw new Error('the first screen sent nothing to its view')
    return figures
  } finally {
    await phone.turnOff()
  }
}

function firstRow({ bytes, calls, largest }: Figures): Row {
  return {
    what: 'WeChat: setData until the first screen stands',
    target: `≤ ${kb(mostFirst.bytes)} in ≤ ${mostFirst.calls} calls`,
    measured: `${kb(bytes)} in ${calls} calls`,
    met: bytes <= mostFirst.bytes && calls <= mostFirst.calls,
    values: { bytes, calls, largest },
  }
}
