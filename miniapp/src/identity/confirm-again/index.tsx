import type { TicketPurpose } from '@contract/identity'
import type { ApprovedAction } from '../use-approved-action'

/** On the phone there is nothing to ask: it is the phone that would be asked. */
export function ConfirmAgain(_: {
  action: Pick<ApprovedAction<never, unknown>, 'isAsking' | 'close' | 'approved'>
  purpose: TicketPurpose
}) {
  return null
}
