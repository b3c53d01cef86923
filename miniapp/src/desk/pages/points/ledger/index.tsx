export { default } from '@/points/desk/ledger'
