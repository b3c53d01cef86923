/** Every domain that holds something of people, with what its exporter and its eraser (personal-data.ts) may touch. */
import * as audit from './audit/grants'
import * as places from './places/grants'
import * as points from './points/grants'
import type { Grant } from './shared/reach'

type PersonalDataGrants = {
  /** To read what is shown to the person. */
  export: readonly Grant[]
  /** Empty: nothing is erased. */
  erase: readonly Grant[]
}

export const personalDataGrants = {
  points: { export: points.exportGrants, erase: points.erasureGrants },
  places: { export: places.exportGrants, erase: places.erasureGrants },
  audit: { export: audit.exportGrants, erase: [] },
  tasks: { export: [], erase: [] },
  exhibition: { export: [], erase: [] },
  media: { export: [], erase: [] },
} as const satisfies Record<string, PersonalDataGrants>

const all: readonly PersonalDataGrants[] = Object.values(personalDataGrants)

export const exportGrants: readonly Grant[] = all.flatMap((grants) => grants.export)
export const erasureGrants: readonly Grant[] = all.flatMap((grants) => grants.erase)
