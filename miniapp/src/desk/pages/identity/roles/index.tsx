export { default } from '@/identity/desk/roles'
