export { default } from '@/points/desk/rules'
