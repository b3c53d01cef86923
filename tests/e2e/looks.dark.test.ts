import { lookAt } from './support/looks'
import { scenes } from './support/scenes'

lookAt({ name: 'dark', options: { colorScheme: 'dark' } }, scenes)
