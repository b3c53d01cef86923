import { lookAt } from './support/looks'
import { memberScenes } from './support/scenes-members'

lookAt({ name: 'normal', options: {} }, memberScenes)
