/**
 * The model: what each request does to the state, and what is answered. Written from the rules of the programme, with
 * nothing of the product in it but calendar days. What a request does stands in predict/, by what it is about.
 */
import { deciding, proposing } from './predict/adjustments'
import type { Context } from './predict/context'
import { earning } from './predict/earning'
import { cancelling, confirming, handingOver, ordering } from './predict/orders'
import { asking, leaving, stocking } from './predict/waiting'
import type { Request } from './requests'
import type { State } from './state'

/** Changes the state; gives the code that is answered, and the order that the answer tells of. */
export const predict = (state: State, request: Request, context: Context): { code: string; of?: string } => {
  switch (request.type) {
    case 'check-in':
    case 'visit':
    case 'code':
    case 'quiz':
      return { code: earning(state, request, context) }
    case 'order':
      return ordering(state, request, context)
    case 'cancel':
      return cancelling(state, request, context)
    case 'pick-up':
      return { code: handingOver(state, request, context) }
    case 'confirm-again':
      return { code: confirming(state, request, context) }
    case 'wait':
      return { code: asking(state, request, context) }
    case 'stop-waiting':
      return { code: leaving(state, request, context) }
    case 'stock':
      return { code: stocking(state, request, context) }
    case 'propose':
      return { code: proposing(state, request, context) }
    case 'decide':
      return { code: deciding(state, request, context) }
    case 'sweep':
    case 'close':
      throw new Error('many actions in one: there is no single moment to predict')
  }
}
