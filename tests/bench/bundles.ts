/** Each Lambda bundle as CDK would upload it: its size, and how long a process under AWS's runtime client needs to serve. */
import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { localConfig } from '../../infra/config'
import { readAssembly } from '../../infra/local/builds/assembly'
import { assemblyFolder, synthesize } from '../../infra/local/builds/builds'
import { createTables } from '../../infra/local/engine/tables'
import { localEnvironment } from '../../infra/local/runtime/environment'
import { type FunctionSpec, startWorker } from '../../infra/local/runtime/worker'
import { startLocalS3 } from '../../infra/local/stand-ins/s3/s3'
import { startStandIns } from '../../infra/local/stand-ins/stand-ins'
import { functionName } from '../../infra/names'
import type { Figure } from './bench'
import { firstEvents } from './first-events'
import { kb, ms, percentile, type Row, times } from './harness'
import { originVerify } from './stage'

const most = 700 * 1024
const starts = 9

/** What a first answer does not wait for. */
const nowhere = 'http://127.0.0.1:9'

export const bundlesFigure: Figure = {
  name: 'bundles',
  async measure(bench) {
    bench.step('bundle the functions as CDK does')
    await synthesize()
    const assembly = readAssembly(assemblyFolder)
    const { client, endpoint } = await bench.stage()
    await createTables(assembly.data, client)
    const standIns = await startStandIns(assembly.jobs.secrets)
    const objects = await startLocalS3()
    try {
      const { wechat, store } = standIns
      const services = { database: endpoint, secrets: standIns.endpoint, functions: nowhere }
      const places = { ...services, addresses: nowhere, objects: objects.url, wechat: wechat.url }
      const local = localEnvironment(places, originVerify)
      const events = firstEvents(assembly, store)
      const bareMs = bareStart()
      const rows: Row[] = []
      for (const [id, { unresolved: _, ...spec }] of assembly.functions) {
        bench.step(`start ${spec.name} ${starts} times`)
        const event = JSON.stringify(events.get(id))
        const environment = { ...spec.environment, ...local }
        rows.push(await bundleRow({ ...spec, environment }, { event, bareMs }))
      }
      return rows
    } finally {
      await Promise.all([standIns.stop(), objects.stop()])
    }
  },
}

type Start = { event: string; bareMs: number }

async function bundleRow(spec: FunctionSpec, { event, bareMs }: Start): Promise<Row> {
  const bytes = sizeOf(spec.code)
  const colds = []
  for (let i = 0; i < starts; i++) colds.push(await coldStart(spec, event))
  const loaded = median(colds.map(({ loadedMs }) => loadedMs))
  const answered = median(colds.map(({ answeredMs }) => answeredMs))
  return {
    what: `Lambda bundle ${bundleNameOf(spec)}, minified with the SDK`,
    target: `≤ ${kb(most)}`,
    measured: `${kb(bytes)}; cold start ${ms(loaded)} = ${times(loaded / bareMs)} a bare Node, first answer after ${ms(answered)}`,
    met: bytes <= most,
    values: { bytes, loadedMs: loaded, answeredMs: answered, bareMs },
  }
}

const median = (values: number[]): number =>
  percentile(
    values.sort((a, b) => a - b),
    0.5,
  )

/** Milliseconds of a Node that does nothing. */
function bareStart(): number {
  return median(
    Array.from({ length: starts }, () => {
      const from = performance.now()
      execFileSync(process.execPath, ['-e', '0'])
      return performance.now() - from
    }),
  )
}

/** From starting the process to the handler being loaded, and to the first answer. */
async function coldStart(
  spec: FunctionSpec,
  event: string,
): Promise<{ loadedMs: number; answeredMs: number }> {
  const from = performance.now()
  const worker = await startWorker(spec, () => {})
  try {
    const failure = await worker.ready
    if (failure !== null) throw new Error(`${spec.name}: ${failure}`)
    const loadedMs = performance.now() - from
    const outcome = await worker.invoke('bench', event)
    // What staff may read is refused without a login, after all that a start costs.
    if (outcome.kind !== 'answer' || /"statusCode":(4(?!01)|5)/.test(outcome.payload))
      throw new Error(`${spec.name} answered ${JSON.stringify(outcome).slice(0, 300)}`)
    return { loadedMs, answeredMs: performance.now() - from }
  } finally {
    await worker.stop()
  }
}

const bundleNameOf = ({ name }: FunctionSpec): string => name.replace(functionName(localConfig, ''), '')

/** Without packages that lie beside the bundle: they have a limit of their own (tests/infra/bundles.test.ts). */
const sizeOf = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
