/** Full text in Chinese over all bulletins of a city, at the function: of one with nothing in its memory, and of one that has them. */
import type { Searched } from '../../functions/exhibition/rules/bulletins/search'
import { packWords } from '../../functions/exhibition/service/bulletins/words'
import { packNumberOf } from '../../functions/exhibition/store/bulletins'
import { bulletinHeadsKey, bulletinPackKey } from '../../functions/exhibition/store/keys'
import { localTemplate } from '../../infra/local/builds/templates'
import { tablesOfDomain } from '../support/engine/domain-engine'
import { openDatabase } from '../support/engine/engine'
import { callerOf } from '../support/worlds/api'
import { type Bench, type Figure, now } from './bench'
import { exhibitionOn } from './exhibition/function'
import { kb, ms, percentile, type Row } from './harness'
import { calibrationLoop, loadNow, median } from './machine'
import { meter } from './meter'

const city = '371600'
const count = 5_000
const characters = 1_000
const mostMs = 20
const mostRequests = 3
const calls = 40

export const bulletinsFigure: Figure = {
  name: 'bulletins',
  async measure(bench) {
    bench.step(`write the words of ${count} bulletins of ${characters} characters`)
    const { start, counted, bytes, words } = await settle(bench)
    bench.step('search them')
    const queries = [
      words.common,
      words.rare,
      `${words.rare} ${words.common}`,
      '没有这个词',
      words.common.slice(0, 1),
    ]
    const cold: number[] = []
    const warm: number[] = []
    const loops: number[] = []
    counted.take()
    let first = { requests: 0, readUnits: 0 }
    for (let i = 0; i < 5; i++) {
      const get = start()
      cold.push(await timed(get, words.rare))
      first = counted.take()
      for (let call = 0; call < calls; call++) {
        warm.push(await timed(get, queries[call % queries.length] ?? words.rare))
        loops.push(calibrationLoop())
      }
      counted.take()
    }
    return [rowOf({ cold, warm, loops, first, bytes })]
  },
}

type Measured = {
  cold: number[]
  warm: number[]
  loops: number[]
  first: { requests: number; readUnits: number }
  bytes: number
}

function rowOf({ cold, warm, loops, first, bytes }: Measured): Row {
  const sorted = warm.sort((a, b) => a - b)
  const [p50, p95] = [percentile(sorted, 0.5), percentile(sorted, 0.95)]
  const loop = median(loops)
  const { requests, readUnits } = first
  return {
    what: `search in ${count} bulletins of ${characters} characters, at the function`,
    target: `≤ ${mostMs} ms warm, ≤ ${mostRequests} requests cold`,
    measured:
      `warm p50 ${ms(p50)}, p95 ${ms(p95)}; cold ${requests} requests, ${readUnits} read units, ${ms(median(cold))}; ` +
      `packs ${kb(bytes)} (fixed work ${ms(loop)}, load ${loadNow().toFixed(2)})`,
    met: p50 <= mostMs && requests <= mostRequests,
    values: {
      p50Ms: p50,
      p95Ms: p95,
      coldMs: median(cold),
      requests,
      readUnits,
      bytes,
      loopMs: loop,
      load: loadNow(),
    },
  }
}

async function settle({ stage }: Bench) {
  const { endpoint } = await stage()
  const tables = openDatabase({ endpoint }, await localTemplate('data'), tablesOfDomain('exhibition'))
  await tables.clear()
  const client = tables.client()
  const table = tables.tableOf('exhibition')
  const { bulletins, words } = written()
  const packs = new Map<number, Searched[]>()
  for (const one of bulletins) {
    const number = packNumberOf(one.id)
    packs.set(number, [...(packs.get(number) ?? []), one])
  }
  let bytes = 0
  for (const [number, some] of packs) {
    const pack = { number, written: 1, bytes: await packWords(some) }
    bytes += pack.bytes.length
    await table.putOne({ ...bulletinPackKey(city, number), ...pack })
  }
  const heads = { sequence: 1, at: new Date(now).toISOString() }
  const numbers = [...packs.keys()].map((number) => [number, 1] as const)
  await table.putOne({ ...bulletinHeadsKey(city), ...heads, packs: Object.fromEntries(numbers) })
  const counted = meter(client)
  const start = () => callerOf(exhibitionOn(tables, client)).get
  return { start, counted, bytes, words }
}

type Get = ReturnType<typeof callerOf>['get']
async function timed(get: Get, q: string): Promise<number> {
  const from = performance.now()
  const { status } = await get(`/api/exhibition/${city}/bulletin-search?q=${encodeURIComponent(q)}`)
  if (status !== 200) throw new Error(`a search was answered ${status}`)
  return performance.now() - from
}

/** Words of two or three of 4,000 characters, few of them often and most of them seldom, as in any language. */
function written(): { bulletins: Searched[]; words: { common: string; rare: string } } {
  const random = seeded(7)
  const character = () => String.fromCharCode(0x4e00 + Math.floor(random() * random() * 4_000))
  const words = Array.from({ length: 8_000 }, () =>
    Array.from({ length: random() < 0.7 ? 2 : 3 }, character).join(''),
  )
  const wordAt = (at: number) => words[Math.floor(at)] ?? ''
  const textOf = (length: number) => {
    let text = ''
    while (text.length < length) {
      text += wordAt(words.length * random() ** 3)
      if (random() < 0.12) text += random() < 0.3 ? '。\n' : '，'
    }
    return text.slice(0, length)
  }
  const bulletins = Array.from({ length: count }, (_, i): Searched => {
    const date = new Date(now - i * 36e5).toISOString().slice(0, 10)
    const id = `${city}-bulletin-${i}`
    return { id, category: 'funding', date, title: textOf(20), text: textOf(characters) }
  })
  return { bulletins, words: { common: wordAt(20), rare: wordAt(words.length - 20) } }
}

/** Numbers in [0, 1), the same in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
