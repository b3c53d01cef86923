export { default } from '@/places/desk/reports'
