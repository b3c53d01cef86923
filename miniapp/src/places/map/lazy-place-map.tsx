/** WeChat brings its own map: nothing to load. */
export { PlaceMap as LazyPlaceMap } from './place-map'
