/**
 * What the places API promises: the words of the welfare map, the shapes of its answers, its errors
 * and its paths. The mini-program imports this file; nothing here may import anything but contracts.
 */

export { addedColumns, type CellForm } from './contract/added-fields'
export * from './contract/calendar'
export * from './contract/codes'
export * from './contract/doubt'
export * from './contract/open-data'
export {
  type OpenAnswer,
  type PlaceResponse,
  type PlaceSummary,
  placeResponseSchema,
  placeSummarySchema,
  projectSchema,
  type ShownPlace,
} from './contract/place'
export * from './contract/position'
export * from './contract/region'
export * from './contract/report'
export * from './contract/review'
export * from './contract/words'
