import { lookAt } from './support/looks'

lookAt({ name: 'elder', options: { elder: true } })
