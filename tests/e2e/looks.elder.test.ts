import { lookAt } from './support/looks'
import { scenes } from './support/scenes'

lookAt({ name: 'elder', options: { elder: true } }, scenes)
