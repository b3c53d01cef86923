export { default } from '@/points/desk/gifts'
