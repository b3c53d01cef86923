/** Every domain's part of the desk. A new domain adds its registration here, and nothing else. */
import { register as exhibition } from '@/exhibition/desk/register'
import { register as identity } from '@/identity/desk/register'
import { register as media } from '@/media/desk/register'
import { register as places } from '@/places/desk/register'
import { register as points } from '@/points/desk/register'
import { register as own } from './register'
import type { Registration } from './registration'

export const registrations: readonly Registration[] = [own, places, exhibition, media, points, identity]
