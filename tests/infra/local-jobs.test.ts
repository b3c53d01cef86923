import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createJobs, type LocalJobs } from '../../infra/local/runtime/jobs'
import type { FunctionSpec } from '../../infra/local/runtime/worker'
import { openSecretsStore } from '../../infra/local/stand-ins/secrets'

/**
 * Leaves a file when it begins and when it ends. `meet`: waits until so many have begun. A file's content is how many were
 * running then.
 */
const recording = `
const { readdirSync, writeFileSync } = require('node:fs')
const count = (prefix) => readdirSync(__dirname).filter((name) => name.startsWith(prefix)).length
exports.handler = async ({ schedule, meet = 0, fails }) => {
  writeFileSync(__dirname + '/began-' + schedule, '')
  while (count('began-') < meet) await new Promise((next) => setImmediate(next))
  if (fails) throw new RangeError('as told')
  const running = count('began-') - count('ended-')
  writeFileSync(__dirname + '/ended-' + schedule, running + ' ' + process.pid)
}`

type Run = { name: string; functionId: string; meet?: number; fails?: true }

const folders: string[] = []
const begun: LocalJobs[] = []
afterEach(async () => {
  await Promise.all(begun.splice(0).map((jobs) => jobs.stop()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** Jobs with these schedules, and a look at the files that their runs have left. */
const jobsOf = (runs: readonly Run[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'fuyi-jobs-'))
  folders.push(folder)
  writeFileSync(join(folder, 'index.js'), recording)
  const spec: Omit<FunctionSpec, 'name'> = {
    ...{ code: folder, handler: 'index.handler', memory: 128, timeoutSeconds: 60, environment: {} },
  }
  const jobs = createJobs({
    jobs: {
      secrets: [],
      rotations: [],
      schedules: runs.map(({ name, functionId, meet, fails }) => ({
        ...{ name, functionId, expression: 'rate(1 day)', timeZone: 'UTC' },
        input: JSON.stringify({ schedule: name, meet, fails }),
      })),
    },
    specs: new Map(runs.map(({ functionId }) => [functionId, { ...spec, name: functionId }])),
    secrets: openSecretsStore(),
  })
  begun.push(jobs)
  const ended = () =>
    readdirSync(folder)
      .filter((file) => file.startsWith('ended-'))
      .map((file) => {
        const [running, pid] = readFileSync(join(folder, file), 'utf8').split(' ')
        return { name: file.replace('ended-', ''), running: Number(running), pid }
      })
  return { jobs, ended }
}

describe('at the start of the local stack, the schedules', () => {
  it('of four functions run at the same time, those of the others after them', async () => {
    const runs = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ name, functionId: name, meet: 4 }))
    const { jobs, ended } = jobsOf(runs)
    expect(await jobs.begin()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    expect(ended().map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    for (const { running } of ended()) expect(running).toBeLessThanOrEqual(4)
  })

  it('of one function run in one process, one after the other', async () => {
    const { jobs, ended } = jobsOf([
      { name: 'daily', functionId: 'sweep' },
      { name: 'hourly', functionId: 'sweep' },
    ])
    await jobs.begin()
    const [daily, hourly] = ended()
    expect([daily?.running, hourly?.running]).toEqual([1, 1])
    expect(daily?.pid).toBe(hourly?.pid)
  })

  it('end the start where a run fails, with the function’s name', async () => {
    const { jobs } = jobsOf([{ name: 'daily', functionId: 'sweep', fails: true }])
    await expect(jobs.begin()).rejects.toThrow('sweep: RangeError: as told')
  })
})
