/** What both states run on: one engine with the tables of this checkout, and the stand-ins of services. */
import { localConfig } from '../../../infra/config'
import { createTables } from '../../../infra/local/engine/tables'
import { localEnvironment } from '../../../infra/local/runtime/environment'
import { createJobs } from '../../../infra/local/runtime/jobs'
import { startFirehose } from '../../../infra/local/stand-ins/firehose'
import { type StandIns, startStandIns } from '../../../infra/local/stand-ins/stand-ins'
import { tableName } from '../../../infra/names'
import { manyPlaces } from '../../support/samples/places'
import { fillWith, originVerify, type Stage, type StagedCity } from '../stage'
import { type Caller, startCaller } from './caller'
import type { State, States } from './states'

export type Setting = {
  stage: Stage
  standIns: StandIns
  /** Its places stand in the table that the functions read. */
  city: StagedCity
  /** What only the local run tells a function. */
  environment: Record<string, string>
  /** @param id logical id of the function */
  start(state: State, id: string): Promise<Caller>
  stop(): Promise<void>
}

const places = 5_000
/** No bench makes a function call another one. */
const nowhere = 'http://127.0.0.1:9'

export async function openSetting(stage: Stage, states: States): Promise<Setting> {
  const city = await stage.city(tableName(localConfig, 'places'), fillWith(manyPlaces(places)))
  await createTables(states.new.assembly.data, stage.client)
  const standIns = await startStandIns(states.new.assembly.jobs.secrets)
  const firehose = await startFirehose()
  const { endpoint, wechat } = standIns
  const services = {
    database: stage.endpoint,
    secrets: endpoint,
    addresses: firehose.url,
    objects: nowhere,
    wechat: wechat.url,
  }
  const environment = localEnvironment({ ...services, functions: nowhere }, originVerify)
  await makeKeys(states.new, standIns, environment)
  return {
    stage,
    standIns,
    city,
    environment,
    async start({ assembly }, id) {
      const spec = assembly.functions.get(id)
      if (!spec) throw new Error(`there is no function ${id}`)
      return startCaller({ ...spec, environment: { ...spec.environment, ...environment } })
    },
    async stop() {
      await Promise.all([firehose.stop(), standIns.stop()])
    },
  }
}

/** The keys that sign sessions, as the rotation of this checkout makes them. */
async function makeKeys(
  { assembly: { functions, jobs } }: State,
  { store }: StandIns,
  environment: Record<string, string>,
): Promise<void> {
  const specs = new Map(
    [...functions].map(([id, spec]) => [
      id,
      { ...spec, environment: { ...spec.environment, ...environment } },
    ]),
  )
  const running = createJobs({ jobs, specs, secrets: store })
  await running.rotate().finally(running.stop)
}
