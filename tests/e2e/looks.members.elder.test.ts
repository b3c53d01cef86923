import { lookAt } from './support/looks'
import { memberScenes } from './support/scenes-members'

lookAt({ name: 'elder', options: { elder: true } }, memberScenes)
