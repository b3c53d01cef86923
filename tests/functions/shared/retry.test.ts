import { retry, retryOnConflict } from '../../../functions/shared/items/retry'

describe('work that always conflicts', () => {
  it('is given up after its last attempt, without another pause', async () => {
    const done: string[] = []
    const table = {
      backOff: async () => {
        done.push('pause')
      },
    }
    const work = async () => {
      done.push('round')
      return retry
    }
    expect(await retryOnConflict(table, work, { rounds: 3, steady: 1 })).toBeNull()
    expect(done).toEqual(['round', 'pause', 'round', 'pause', 'round'])
  })
})
