import { jobContextOf } from '../../../functions/shared/aws/job-context'
import { openTable } from '../../../functions/shared/aws/table'
import type { Grant } from '../../../functions/shared/declaration/reach'

const grants: readonly Grant[] = [
  { table: 'points', actions: ['UpdateItem'], partitions: ['person#'] },
  { table: 'places', actions: ['GetItem'] },
]
const env = {
  TABLE_NAME: 'fuyi-test-identity',
  POINTS_TABLE_NAME: 'fuyi-test-points',
  PLACES_TABLE_NAME: 'fuyi-test-places',
}

describe('the tables of a job', () => {
  it('are its domain’s own and those that its grants name', () => {
    const opened: string[] = []
    const recording = ({ name }: { name: string }) => {
      opened.push(name)
      return openTable({ name })
    }
    const { tableOf } = jobContextOf('identity', grants, { openTable: recording, env })
    for (const domain of ['identity', 'points', 'places']) tableOf(domain)
    expect(opened).toEqual(['fuyi-test-identity', 'fuyi-test-points', 'fuyi-test-places'])
    expect(() => tableOf('audit')).toThrow('the job of identity has no grant on audit')
  })

  it('are those that the environment names, where it erases what all domains hold of people', () => {
    const opened: string[] = []
    const recording = ({ name }: { name: string }) => {
      opened.push(name)
      return openTable({ name })
    }
    const { tableOf } = jobContextOf('identity', 'holdings', { openTable: recording, env })
    for (const domain of ['identity', 'points']) tableOf(domain)
    expect(opened).toEqual(['fuyi-test-identity', 'fuyi-test-points'])
    expect(() => tableOf('audit')).toThrow('the job of identity has no grant on audit')
  })

  it('stop the job at its start where one is missing', () => {
    const { POINTS_TABLE_NAME: _, ...less } = env
    expect(() => jobContextOf('identity', grants, { openTable, env: less })).toThrow('POINTS_TABLE_NAME')
  })
})
