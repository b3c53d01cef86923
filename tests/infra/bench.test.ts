import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from '../../functions/shared/zod'
import { localConfig } from '../../infra/config'
import { jobsOf } from '../../infra/local/builds/jobs'
import { resourcesOf } from '../../infra/local/builds/template'
import { synthTemplates } from '../../infra/local/builds/templates'
import { openSecretsStore } from '../../infra/local/stand-ins/secrets'
import type { Bench } from '../bench/bench'
import { startCaller } from '../bench/compare/caller'
import { runInTurns } from '../bench/compare/run-in-turns'
import { verdictOf } from '../bench/compare/verdict'
import { firstEvents } from '../bench/first-events'
import { measureAll } from '../bench/measure-all'
import { eventOf, originVerify } from '../bench/stage'
import { domainsIn } from './support'

describe('the bench', () => {
  const unused = () => Promise.reject(new Error('not asked for'))
  const bench: Bench = { step() {}, stage: unused, cityOf: unused, large: unused }

  it('goes on after a figure that cannot be measured, and names it so that the run fails', async () => {
    const row = { what: 'speed', target: '–', measured: '1 ms', met: null, values: {} }
    const broken = { name: 'broken', measure: () => Promise.reject(new Error('answered 403')) }
    const whole = { name: 'whole', measure: async () => [row] }
    const { rows, missing } = await measureAll([broken, whole], bench)
    expect(missing).toEqual(['broken'])
    expect(rows).toEqual([
      { what: 'broken', target: '', measured: 'not measured: answered 403', met: false, values: {} },
      row,
    ])
  })

  it('sends its requests as CloudFront does, which every function demands', () => {
    expect(eventOf('/api/health', {}).headers).toMatchObject({ 'x-origin-verify': originVerify })
  })

  it('has a first event for every function of the deployment, so that its cold start is measured', async () => {
    const template = domainsIn(await synthTemplates(localConfig))
    const functions = new Map(
      [...resourcesOf(template, 'AWS::Lambda::Function')].map(([id, properties]) => [
        id,
        { name: z.parse(z.looseObject({ FunctionName: z.string() }), properties).FunctionName },
      ]),
    )
    const jobs = jobsOf(template)
    const secrets = openSecretsStore()
    for (const secret of jobs.secrets) secrets.create(secret)
    const events = firstEvents({ functions, jobs }, secrets)
    expect([...events.keys()].sort()).toEqual([...functions.keys()].sort())
  })
})

describe('the comparison of two states', () => {
  it('says slower or faster only where the median lies outside all runs of the old state', () => {
    const old = [10, 12, 11, 14, 10]
    expect(verdictOf({ old, new: [13, 14, 13, 20, 30] })).toBe('inside the spread')
    expect(verdictOf({ old, new: [13, 15, 16, 15, 11] })).toBe('slower')
    expect(verdictOf({ old, new: [10, 10, 10, 10, 10] })).toBe('inside the spread')
    expect(verdictOf({ old, new: [9, 9, 9, 14, 14] })).toBe('faster')
  })

  it('lets both states run once a turn, each going first as often as the other', async () => {
    const order: string[] = []
    const arm = (name: string, ms: number) => ({
      turn: async () => {
        order.push(name)
        return ms
      },
      stop: async () => {},
    })
    const compared = await runInTurns('speed', { old: arm('old', 2), new: arm('new', 1) })
    expect(order.join(' ')).toBe('old new new old old new new old old new')
    expect(compared).toMatchObject({
      what: 'speed',
      turns: { old: [2, 2, 2, 2, 2], new: [1, 1, 1, 1, 1] },
      verdict: 'faster',
    })
  })

  it('calls a bundle in a process of its own, and ends with its failure', async () => {
    const code = mkdtempSync(join(tmpdir(), 'bundle-'))
    writeFileSync(
      join(code, 'index.js'),
      "exports.handler = async ({ fail }) => { if (fail) throw new Error('no table'); return { statusCode: +process.env.STATUS } }",
    )
    const limits = { memory: 128, timeoutSeconds: 10 }
    const spec = { ...limits, name: 'fuyi-local-small', code, handler: 'index.handler' }
    const caller = await startCaller({ ...spec, environment: { STATUS: '204' } })
    try {
      const { ms, statuses } = await caller.call([{}, {}])
      expect(statuses).toEqual([204, 204])
      expect(ms).toBeGreaterThanOrEqual(0)
      await expect(caller.call([{ fail: true }])).rejects.toThrow('no table')
    } finally {
      await caller.stop()
      rmSync(code, { recursive: true })
    }
  })
})
