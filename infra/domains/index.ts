import type { Domain } from './domain'
import { meta } from './meta'
import { places } from './places'

/** Every domain of the product; a new one is one file here and its folder in `functions/`. */
export const domains: readonly Domain[] = [places, meta]
