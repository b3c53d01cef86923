import type { DomainPart } from '@/shared/domain'
import { exhibitionMessages } from './messages'

export const exhibition = { messages: exhibitionMessages } as const satisfies DomainPart
