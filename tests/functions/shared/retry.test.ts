import { retry, retryOnConflict } from '../../../functions/shared/retry'

describe('work that always meets somebody else’s', () => {
  it('is given up after its last round, without a pause behind it', async () => {
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
