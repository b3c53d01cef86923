/** A function as Lambda runs it: as many processes as there are requests at once, up to a limit; crashed ones replaced. */
import { randomUUID } from 'node:crypto'
import { Failure } from '../failure'
import { type FunctionSpec, type Outcome, startWorker, type Worker } from './worker'

/** A laptop has fewer processors than Lambda. */
const usualWorkers = 4

export type LocalFunction = {
  spec: FunctionSpec
  /** `event` is JSON text. */
  invoke: (event: string) => Promise<Outcome>
  stop: () => Promise<void>
}

/**
 * Starts the first process; throws `Failure` if the bundle cannot be loaded.
 *
 * @param maxWorkers processes at most; further requests wait
 * @param onFreeze if given, processes are stopped between requests
 */
export const startFunction = async (
  spec: FunctionSpec,
  onLog: (line: string) => void = () => {},
  maxWorkers = usualWorkers,
  onFreeze?: () => void,
): Promise<LocalFunction> => {
  const running = new Set<Worker>()
  const idle: Worker[] = []
  const queue: ((worker: Worker | null) => void)[] = []
  /** Running and starting. */
  let count = 0
  let stopped = false

  const add = async (): Promise<Worker | Failure> => {
    count++
    const worker = await startWorker(spec, onLog, onFreeze)
    running.add(worker)
    worker.ended.then(() => {
      count--
      running.delete(worker)
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1)
      // Whoever waits for a process to become free must not wait for one that ended.
      if (queue.length > 0) addForQueue()
    })
    const failure = await worker.ready
    if (failure === null) return worker
    await worker.stop()
    return new Failure(`The bundle of ${spec.name} is broken: ${failure}`)
  }
  const addForQueue = async () => {
    const worker = await add()
    if (!(worker instanceof Failure)) return release(worker)
    onLog(worker.message)
    queue.shift()?.(null)
  }
  const release = (worker: Worker) => {
    if (!running.has(worker)) return
    const next = queue.shift()
    if (next) next(worker)
    else idle.push(worker)
  }
  const take = (): Promise<Worker | null> =>
    new Promise((next) => {
      const free = stopped ? null : idle.pop()
      if (free !== undefined) return next(free)
      queue.push(next)
      if (count < maxWorkers) addForQueue()
    })

  const first = await add()
  if (first instanceof Failure) throw first
  release(first)

  return {
    spec,
    invoke: async (event) => {
      const worker = await take()
      if (!worker) return { kind: 'crash' }
      const outcome = await worker.invoke(randomUUID(), event)
      release(worker)
      return outcome
    },
    stop: async () => {
      stopped = true
      for (const next of queue.splice(0)) next(null)
      await Promise.all([...running].map((worker) => worker.stop()))
    },
  }
}
