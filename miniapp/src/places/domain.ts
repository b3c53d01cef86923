import type { DomainPart } from '@/shared/domain'
import { placesMessages } from './messages'

export const places = { messages: placesMessages } as const satisfies DomainPart
