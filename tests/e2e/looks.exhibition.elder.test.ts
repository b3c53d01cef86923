import { lookAt } from './support/looks'
import { exhibitionScenes } from './support/scenes-exhibition'

lookAt({ name: 'elder', options: { elder: true } }, exhibitionScenes)
