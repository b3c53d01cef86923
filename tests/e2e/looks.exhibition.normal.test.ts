import { lookAt } from './support/looks'
import { exhibitionScenes } from './support/scenes-exhibition'

lookAt({ name: 'normal', options: {} }, exhibitionScenes)
