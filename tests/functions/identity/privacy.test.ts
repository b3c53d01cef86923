import { createPrivacyJob } from '../../../functions/identity/service/privacy'
import { withDeadline } from '../../../functions/shared/aws/deadline'

const minute = 60_000

/** People who leave, of whom nobody is ever finished: the job's time is over with the first. */
const firstTriedAt = async (now: number, people: readonly string[]) => {
  const tried: string[] = []
  let time = now
  const clock = () => time
  const job = createPrivacyJob({
    store: {
      everyoneLeaving: async () => [...people],
      readLeaving: async (person) => ({ person }),
      noteErased: async () => undefined,
      removePerson: async () => undefined,
    },
    erasers: new Map([
      [
        'points',
        async (person) => {
          tried.push(person)
          time += 5 * minute
        },
      ],
    ]),
    clock,
    log: () => undefined,
  })
  await withDeadline({ at: now + 5 * minute, clock }, () => job({ schedule: 'unfinished' }))
  return tried
}

describe('the schedule of the privacy job', () => {
  it('comes to everybody in turn, also where one of them takes all of its time', async () => {
    const people = ['person-a', 'person-b', 'person-c']
    const begin = Date.parse('2026-11-29T02:00:00Z')
    const runs = [0, 1, 2].map((run) => firstTriedAt(begin + run * 5 * minute, people))
    expect((await Promise.all(runs)).flat().sort()).toEqual(people)
  })
})
