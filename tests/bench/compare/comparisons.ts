/** The benches that compare two states. */
import { coldStart } from './cold-start'
import type { Comparison } from './comparison'
import { importComparison } from './import'
import { nearbyComparison } from './nearby'
import { redeemComparison } from './redeem'
import { type States, sharedFunctions } from './states'

/** A cold start of every function that both states have, and what people do most. */
export const comparisonsOf = (states: States): Comparison[] => [
  ...sharedFunctions(states).map(coldStart),
  nearbyComparison,
  redeemComparison,
  importComparison,
]
