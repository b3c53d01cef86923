export { begin as default } from './stack'
