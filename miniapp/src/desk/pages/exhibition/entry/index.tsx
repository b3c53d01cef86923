export { default } from '@/exhibition/desk/entry'
