export { default } from '@/points/desk/audit'
