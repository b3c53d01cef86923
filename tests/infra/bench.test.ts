import * as z from '../../functions/shared/zod'
import { localConfig } from '../../infra/config'
import { jobsOf } from '../../infra/local/builds/jobs'
import { resourcesOf } from '../../infra/local/builds/template'
import { synthTemplates } from '../../infra/local/builds/templates'
import { openSecretsStore } from '../../infra/local/stand-ins/secrets'
import type { Bench } from '../bench/bench'
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
