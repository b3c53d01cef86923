export { default } from '@/points/desk/gift'
