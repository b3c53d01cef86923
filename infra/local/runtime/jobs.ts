/** Functions that no request reaches: started by the clock and by rotations, each in a process that ends with the run. */
import type { CloudJobs, CloudRotation, CloudSchedule } from '../builds/jobs'
import type { SecretsStore } from '../stand-ins/secrets'
import { secretArn } from '../stand-ins/secrets'
import { nextTime } from './expression'
import { type LocalFunction, startFunction } from './functions'
import type { FunctionSpec } from './worker'

export type JobsOptions = {
  jobs: CloudJobs
  /** By logical id, with the environment they run in. */
  specs: ReadonlyMap<string, FunctionSpec>
  secrets: SecretsStore
  onLog?: (line: string) => void
}

export type LocalJobs = {
  /** Rotates what has no value yet and what has grown too old, or everything; returns the names. */
  rotate: (which?: { all?: boolean }) => Promise<string[]>
  /** @param name as `points-sweep-daily`; throws for an unknown one, and where the run fails */
  runSchedule: (name: string) => Promise<void>
  /** Runs every schedule once, several functions at once, then each at its time, until stopped. Returns the names. */
  begin: () => Promise<string[]>
  stop: () => Promise<void>
}

const dayMs = 86_400_000
/** Each is a process that loads its bundle; a laptop has fewer processors than a product has domains. */
const functionsAtOnce = 4
const steps = ['createSecret', 'setSecret', 'testSecret', 'finishSecret']

export const createJobs = ({ jobs, specs, secrets, onLog = () => {} }: JobsOptions): LocalJobs => {
  const timers = new Map<string, NodeJS.Timeout>()
  const live = new Set<LocalFunction>()
  let isStopped = false

  /** One process for these calls, in order. */
  const call = async (functionId: string, events: readonly string[]): Promise<void> => {
    const spec = specs.get(functionId)
    if (!spec) throw new Error(`no function ${functionId}`)
    const job = await startFunction(spec, onLog)
    live.add(job)
    try {
      for (const event of events) {
        if (isStopped) throw new Error(`${spec.name}: the stack has ended`)
        const outcome = await job.invoke(event)
        if (outcome.kind !== 'answer')
          throw new Error(`${spec.name}: ${outcome.kind === 'error' ? outcome.message : outcome.kind}`)
      }
    } finally {
      live.delete(job)
      await job.stop()
    }
  }
  const start = ({ functionId, input }: CloudSchedule) => call(functionId, [input])

  const isDue = ({ secret: name, everyDays }: CloudRotation): boolean => {
    const rotatedAt = secrets.find(name)?.secret.rotatedAt ?? null
    return rotatedAt === null || Date.now() - rotatedAt >= everyDays * dayMs
  }
  const rotateOne = async ({ secret: name, functionId }: CloudRotation): Promise<string> => {
    const found = secrets.find(name)
    if (!found) throw new Error(`no secret ${name}`)
    const token = secrets.announce(found.secret)
    const event = { SecretId: secretArn(name), ClientRequestToken: token }
    await call(
      functionId,
      steps.map((Step) => JSON.stringify({ Step, ...event })),
    )
    secrets.rotated(found.secret)
    return name
  }

  const later = (schedule: CloudSchedule) => {
    const { name, expression, timeZone } = schedule
    const wait = nextTime(expression, timeZone, Date.now()) - Date.now()
    const timer = setTimeout(() => {
      start(schedule).catch((error: unknown) => onLog(`schedule ${name}: ${error}`))
      if (!isStopped) later(schedule)
    }, wait)
    timers.set(name, timer.unref())
  }

  return {
    rotate: ({ all = false } = {}) =>
      Promise.all(jobs.rotations.filter((rotation) => all || isDue(rotation)).map(rotateOne)),
    runSchedule: async (name) => {
      const schedule = jobs.schedules.find((each) => each.name === name)
      if (!schedule) throw new Error(`no schedule ${name}: ${jobs.schedules.map((each) => each.name)}`)
      await start(schedule)
    },
    begin: async () => {
      const ids = new Set(jobs.schedules.map(({ functionId }) => functionId)).values()
      // Those of one function in one process after another: they work on the same rows.
      const runRest = async () => {
        for (const id of ids) {
          if (isStopped) return
          const schedules = jobs.schedules.filter(({ functionId }) => functionId === id)
          await call(
            id,
            schedules.map(({ input }) => input),
          )
          schedules.forEach(later)
        }
      }
      await Promise.all(Array.from({ length: functionsAtOnce }, runRest))
      return jobs.schedules.map(({ name }) => name)
    },
    stop: async () => {
      isStopped = true
      for (const timer of timers.values()) clearTimeout(timer)
      await Promise.all([...live].map((job) => job.stop()))
    },
  }
}
