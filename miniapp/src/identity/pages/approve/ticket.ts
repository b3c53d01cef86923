import { ticketIdSchema } from '@contract/identity'
import { readScan } from '@functions/points/rules/rolling-code'

/** The ticket of a login code that was scanned; null for any other code. */
export function scannedTicket(text: string): string | null {
  const scan = readScan(text)
  return scan?.type === 'login' ? checked(scan.ticket) : null
}

/** What a hand typed: blanks and capitals are forgiven, and so are the letters that look like figures. */
export function typedTicket(text: string): string | null {
  const plain = text.toLowerCase().replace(/[\s-]/g, '')
  return checked(plain.replace(/o/g, '0').replace(/[il]/g, '1'))
}

function checked(id: string): string | null {
  return ticketIdSchema.safeParse(id).success ? id : null
}
