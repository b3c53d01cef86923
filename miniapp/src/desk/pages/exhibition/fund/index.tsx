export { default } from '@/exhibition/desk/fund'
