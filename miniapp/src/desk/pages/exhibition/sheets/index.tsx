export { default } from '@/exhibition/desk/sheets'
