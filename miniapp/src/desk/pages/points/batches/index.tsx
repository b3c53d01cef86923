export { default } from '@/points/desk/batches'
