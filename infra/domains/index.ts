import type { Domain } from './domain'
import { identity } from './identity'
import { meta } from './meta'
import { places } from './places'
import { points } from './points'

/** Every domain of the product; a new one is one file here and its folder in `functions/`. */
export const domains: readonly Domain[] = [places, identity, points, meta]
