/** Each Lambda bundle as CDK would upload it: its size, and how long a process under AWS's runtime client needs to serve. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { readAssembly } from '../../infra/local/builds/assembly'
import { assemblyFolder, synthesize } from '../../infra/local/builds/builds'
import { createTables } from '../../infra/local/engine/tables'
import { localEnvironment } from '../../infra/local/runtime/environment'
import { type FunctionSpec, startWorker } from '../../infra/local/runtime/worker'
import type { Figure } from './bench'
import { kb, ms, percentile, type Row } from './harness'
import { eventOf } from './stage'

const most = 700 * 1024
const starts = 9
/** A request that each function answers from the table, or from itself. */
const firstPath: Record<string, string> = { places: '/api/regions', meta: '/api/health' }

export const bundlesFigure: Figure = {
  name: 'bundles',
  async measure(bench) {
    bench.step('bundle the functions as CDK does')
    await synthesize()
    const assembly = readAssembly(assemblyFolder)
    const { client, endpoint } = await bench.stage()
    await createTables(assembly.data, client)
    const local = localEnvironment({ database: endpoint, secrets: endpoint, wechat: endpoint }, 'bench')
    const rows: Row[] = []
    for (const { unresolved: _, ...spec } of assembly.functions.values()) {
      bench.step(`start ${spec.name} ${starts} times`)
      rows.push(await bundleRow({ ...spec, environment: { ...spec.environment, ...local } }))
    }
    return rows
  },
}

async function bundleRow(spec: FunctionSpec): Promise<Row> {
  const bytes = sizeOf(spec.code)
  const colds = []
  for (let i = 0; i < starts; i++) colds.push(await coldStart(spec))
  const median = (values: number[]) =>
    percentile(
      values.sort((a, b) => a - b),
      0.5,
    )
  const loaded = median(colds.map(({ loadedMs }) => loadedMs))
  const answered = median(colds.map(({ answeredMs }) => answeredMs))
  return {
    what: `Lambda bundle ${domainOf(spec)}, minified with the SDK`,
    target: `≤ ${kb(most)}`,
    measured: `${kb(bytes)}; cold start ${ms(loaded)}, first answer after ${ms(answered)}`,
    met: bytes <= most,
    values: { bytes, loadedMs: loaded, answeredMs: answered },
  }
}

/** From starting the process to the handler being loaded, and to the first answer. */
async function coldStart(spec: FunctionSpec): Promise<{ loadedMs: number; answeredMs: number }> {
  const from = performance.now()
  const worker = await startWorker(spec, () => {})
  try {
    const failure = await worker.ready
    if (failure !== null) throw new Error(`${spec.name}: ${failure}`)
    const loadedMs = performance.now() - from
    const path = firstPath[domainOf(spec)] ?? '/api/health'
    const outcome = await worker.invoke('bench', JSON.stringify(eventOf(path, {})))
    if (outcome.kind !== 'answer') throw new Error(`${spec.name} did not answer ${path}: ${outcome.kind}`)
    return { loadedMs, answeredMs: performance.now() - from }
  } finally {
    await worker.stop()
  }
}

const domainOf = ({ name }: FunctionSpec): string => name.split('-').at(-1) ?? name

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
