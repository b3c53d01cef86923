export { end as default } from './stack'
