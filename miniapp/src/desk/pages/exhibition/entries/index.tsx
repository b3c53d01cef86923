export { default } from '@/exhibition/desk/entries'
