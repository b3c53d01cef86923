/** Property tests are repeatable: what one run of `npm test` draws, every run draws; other examples are drawn elsewhere. */
import fc from 'fast-check'
import { freshSeed } from '../seed'

test('every run draws the same examples, unless FC_SEED is set', () => {
  expect(fc.readConfigureGlobal().seed).toBe(Number(process.env.FC_SEED ?? 20_261_128))
})

test('the quick run draws others each time, and prints the seed', () => {
  const [one, another] = [freshSeed({}, 1_764_000_000_001), freshSeed({}, 1_764_000_000_002)]
  expect(one.env.FC_SEED).not.toBe(another.env.FC_SEED)
  expect(one.message).toContain(`FC_SEED=${one.env.FC_SEED}`)
  expect(freshSeed({ FC_SEED: '7' })).toEqual({
    env: { FC_SEED: '7' },
    message: 'property tests draw with FC_SEED=7',
  })
})
