import { lookAt } from './support/looks'

lookAt({ name: 'dark', options: { colorScheme: 'dark' } })
