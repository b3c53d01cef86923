/** In WeChat the package is there as a whole: nothing to load. */
export { CitySearch as LazyCitySearch } from './city-search'
