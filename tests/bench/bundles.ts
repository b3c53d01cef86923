/** Each Lambda bundle as CDK would upload it: its size, and how long a process under AWS's runtime client needs to serve. */
import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import * as z from '../../functions/shared/zod'
import { readAssembly } from '../../infra/local/builds/assembly'
import { assemblyFolder, synthesize } from '../../infra/local/builds/builds'
import type { CloudJobs } from '../../infra/local/builds/jobs'
import { createTables } from '../../infra/local/engine/tables'
import { localEnvironment } from '../../infra/local/runtime/environment'
import { type FunctionSpec, startWorker } from '../../infra/local/runtime/worker'
import { type SecretsStore, secretArn } from '../../infra/local/stand-ins/secrets'
import { startStandIns } from '../../infra/local/stand-ins/stand-ins'
import type { Figure } from './bench'
import { kb, ms, percentile, type Row, times } from './harness'
import { eventOf } from './stage'

const most = 700 * 1024
const starts = 9
const jsonHeaders = { 'content-type': 'application/json' }

/** What each function is asked first: something it does with its table, its secret, or by itself. */
type FirstEvents = Record<string, object>

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
    try {
      const { wechat, store } = standIns
      const services = { database: endpoint, secrets: standIns.endpoint, functions: nowhere }
      const places = { ...services, addresses: nowhere, wechat: wechat.url }
      const local = localEnvironment(places, 'bench')
      const events = firstEvents(assembly.jobs, store)
      const bareMs = bareStart()
      const rows: Row[] = []
      for (const { unresolved: _, ...spec } of assembly.functions.values()) {
        bench.step(`start ${spec.name} ${starts} times`)
        rows.push(
          await bundleRow({ ...spec, environment: { ...spec.environment, ...local } }, { events, bareMs }),
        )
      }
      return rows
    } finally {
      await standIns.stop()
    }
  },
}

function firstEvents({ schedules, rotations }: CloudJobs, secrets: SecretsStore): FirstEvents {
  const [sweep] = schedules
  const name = rotations[0]?.secret ?? ''
  const kept = secrets.find(name)
  if (!sweep || !kept) throw new Error('the jobs have changed: say how they are started')
  const ClientRequestToken = secrets.announce(kept.secret)
  return {
    places: eventOf('/api/regions', {}),
    points: eventOf(`/api/gifts?region=320800`, {}),
    identity: eventOf('/api/sessions/tickets', jsonHeaders, { method: 'POST', body: '{}' }),
    meta: eventOf('/api/health', {}),
    sweep: z.parse(z.looseObject({}), JSON.parse(sweep.input)),
    wechat: { ask: 'login', requestId: 'bench', code: 'no-such-code' },
    rotation: { Step: 'createSecret', SecretId: secretArn(name), ClientRequestToken },
  }
}

type Start = { events: FirstEvents; bareMs: number }

async function bundleRow(spec: FunctionSpec, { events, bareMs }: Start): Promise<Row> {
  const bytes = sizeOf(spec.code)
  const colds = []
  for (let i = 0; i < starts; i++) colds.push(await coldStart(spec, events))
  const loaded = median(colds.map(({ loadedMs }) => loadedMs))
  const answered = median(colds.map(({ answeredMs }) => answeredMs))
  return {
    what: `Lambda bundle ${domainOf(spec)}, minified with the SDK`,
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
  events: FirstEvents,
): Promise<{ loadedMs: number; answeredMs: number }> {
  const from = performance.now()
  const worker = await startWorker(spec, () => {})
  try {
    const failure = await worker.ready
    if (failure !== null) throw new Error(`${spec.name}: ${failure}`)
    const loadedMs = performance.now() - from
    const event = events[domainOf(spec)]
    if (!event) throw new Error(`nobody has said what ${spec.name} is asked`)
    const outcome = await worker.invoke('bench', JSON.stringify(event))
    if (outcome.kind !== 'answer' || /"statusCode":[45]/.test(outcome.payload))
      throw new Error(`${spec.name} answered ${JSON.stringify(outcome).slice(0, 300)}`)
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
