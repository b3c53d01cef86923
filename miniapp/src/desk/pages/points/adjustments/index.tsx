export { default } from '@/points/desk/adjustments'
