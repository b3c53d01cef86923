/** What people ask for, as concrete as it is sent: whoever repeats one asks for the same. */

export type Request =
  | { type: 'check-in'; person: string }
  | { type: 'visit'; person: string; outlet: string }
  | { type: 'code'; person: string; batch: string; index: number; code: string }
  | { type: 'quiz'; person: string; subject: string }
  | { type: 'order'; person: string; gift: string; outlet: string; key: string; madeAt: number; id: string }
  | { type: 'cancel'; person: string; order: string }
  | { type: 'pick-up'; order: string; owner: string; outlet: string; staff: string }
  | { type: 'confirm-again'; ticket: Ticket }
  | { type: 'wait'; person: string; gift: string }
  | { type: 'stop-waiting'; person: string; gift: string }
  | { type: 'stock'; gift: string; change: number }
  | { type: 'propose'; person: string; points: number; text: string; by: string; key: string; id: string }
  | { type: 'decide'; adjustment: string; approve: boolean; by: string }
  | { type: 'sweep' }
  | { type: 'close'; person: string }

export type Ticket = {
  token: string
  id: string
  until: number
  order: string
  outlet: string
  staff: string
}

export type Outcome = {
  /**
   * `ok`, or the code of the refusal. `unknown`: answers were lost, and asking again cannot tell. `never`: however often
   * it was sent, there was no answer.
   */
  code: string
  /** The result: id of the order in the answer. */
  of?: string
  /** Times it was sent. */
  sent: number
}
export type Done = { request: Request; outcome: Outcome }
