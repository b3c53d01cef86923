import { lookAt } from './support/looks'
import { memberScenes } from './support/scenes-members'

lookAt({ name: 'dark', options: { colorScheme: 'dark' } }, memberScenes)
