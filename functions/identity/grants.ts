/** What a role needs to use the fragments of this domain (fragments.ts). */
import type { Grant } from '../shared/declaration/reach'

/** Who holds roles in a city. */
export const staffGrant: Grant = { table: 'identity', actions: ['Query'], partitions: ['city#'] }
