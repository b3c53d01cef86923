import { lookAt } from './support/looks'
import { scenes } from './support/scenes'

lookAt({ name: 'normal', options: {} }, scenes)
