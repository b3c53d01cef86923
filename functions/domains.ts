/** Every domain of the product, in the order in which they are shown: the one place where they are listed. */
import { identity } from './identity/domain'
import { meta } from './meta/domain'
import { places } from './places/domain'
import { points } from './points/domain'
import type { Domain } from './shared/domain'

export const domains: readonly Domain[] = [places, identity, points, meta]
