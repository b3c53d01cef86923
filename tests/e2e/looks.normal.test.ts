import { lookAt } from './support/looks'

lookAt({ name: 'normal', options: {} })
