import { lookAt } from './support/looks'
import { exhibitionScenes, normalScenes } from './support/scenes-exhibition'

lookAt({ name: 'normal', options: {} }, [...exhibitionScenes, ...normalScenes])
