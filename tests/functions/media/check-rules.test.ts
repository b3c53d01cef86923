/** Of WeChat's answers the strictest counts, in whichever order and how often they come. */
import fc from 'fast-check'
import { answered, begun, decided, finished, type MediaItem } from '../../../functions/media/rules'
import { type Verdict, verdicts } from '../../../functions/media/rules/check'

const region = '371600'
const made = { seconds: null, width: 1, height: 1, reviewed: 'review/x/', renditions: [], forCheck: 'x' }
const upload = { id: `${region}-x`, region, power: 'publish', type: 'image/png', bytes: 1 } as const

const readyAt = (at: number): MediaItem => {
  const ready = finished(begun(upload, { by: 'a', at }), made, at)
  if (!ready.ok) throw new Error(ready.error)
  return ready.value
}
const verdict = fc.constantFrom(...verdicts)
const act = fc.oneof(
  fc.record({ say: verdict }),
  fc.record({ approve: fc.boolean(), by: fc.constantFrom('a', 'b') }),
)

type Course = { item: MediaItem; at: number; said: Verdict[] }
type Act = { say: Verdict } | { approve: boolean; by: string }

/** What an act makes of a file, with what has to hold of it. */
const acted = ({ item, at, said }: Course, step: Act): Course => {
  if ('say' in step) return { item: answered(item, step.say, at) ?? item, at, said: [...said, step.say] }
  const done = decided(item, step, at)
  if (!done.ok) return { item, at, said }
  expect(step.by).toBe('b')
  if (step.approve) expect(said.length > 0 || at >= 30 * 60_000).toBe(true)
  return { item: done.value, at, said }
}

it('no history of answers, decisions and pauses leaves what was found risky to the public, or lets out what was not looked at', () => {
  const histories = fc.array(fc.tuple(act, fc.integer({ min: 0, max: 20 })))
  fc.assert(
    fc.property(histories, (history) => {
      let course: Course = { item: readyAt(0), at: 0, said: [] }
      for (const [step, minutes] of history) {
        course = acted({ ...course, at: course.at + minutes * 60_000 }, step)
        if (course.said.includes('risky')) expect(course.item.state).toBe('refused')
      }
    }),
  )
})

it('the order and the number of answers make no difference', () => {
  fc.assert(
    fc.property(fc.array(verdict, { minLength: 1 }), fc.array(verdict), (all, repeated) => {
      const after = (said: readonly Verdict[]) =>
        said.reduce((item, one) => answered(item, one, 0) ?? item, readyAt(0)).check?.state
      const more = repeated.filter((one) => all.includes(one))
      expect(after([...all].reverse().concat(more))).toBe(after(all))
    }),
  )
})
