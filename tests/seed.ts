/** Which examples property tests draw. `npm test` draws the same in every run; `npm run check` draws others each time. */

/** The seed is printed, so that a failure can be repeated: `FC_SEED` where it is set, else the time. */
export const freshSeed = (
  { FC_SEED }: Readonly<Record<string, string | undefined>>,
  now = Date.now(),
): { env: { FC_SEED: string }; message: string } => {
  const seed = FC_SEED ?? String(now % 1_000_000_000)
  return { env: { FC_SEED: seed }, message: `property tests draw with FC_SEED=${seed}` }
}
