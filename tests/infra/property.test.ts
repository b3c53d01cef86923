/** Property tests are repeatable: what one run draws, every run draws. */
import fc from 'fast-check'

test('every run draws the same examples, unless it is told a number to draw others by', () => {
  expect(fc.readConfigureGlobal().seed).toBe(Number(process.env.FC_SEED ?? 20_261_128))
})
