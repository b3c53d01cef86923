/** Sends requests of the model as people's phones do: whatever gets no answer is sent again, under the same key. */
import {
  pickupCheckSchema,
  pickupCodeSchema,
  staffGiftsResponseSchema,
} from '../../../functions/points/contract'
import { counterDigits, counterKey, pickupDigits } from '../../../functions/points/rules/rolling-code'
import { TableUnavailable } from '../../../functions/shared/aws/unavailable'
import { keyOf } from '../../../functions/shared/codes/rolling-code'
import { dayOf } from '../../../functions/shared/day'
import * as z from '../../../functions/shared/zod'
import type { Answer } from '../worlds/api'
import { city, type Person, type PointsWorld } from '../worlds/points-world'
import type { Outcome, Request, Ticket } from './requests'
import { id, type ModelWorld } from './world'

/** Far more than the most frequent faults can take away by chance. */
const mostSent = 60

export type Phone = {
  send: (request: Request) => Promise<Outcome>
  /** By which something was confirmed, or was to be. */
  tickets: Ticket[]
}

export const createPhone = (world: ModelWorld, chance: { pick: <T>(list: readonly T[]) => T }): Phone => {
  const tickets: Ticket[] = []
  /** Each time to any of the functions. */
  const as = (name: string, ask: (person: Person, at: PointsWorld) => Promise<Answer>) => async () => {
    const at = chance.pick(world.functions)
    return ask(at.as(name, world.rolesOf(name)), at)
  }
  const everybody = [...world.people, 'seller1', 'seller2', 'staff1', 'staff2']
  const names = new Map(everybody.map((name) => [id(name), name]))
  const known = (person: string): string => {
    const name = names.get(person)
    if (name === undefined) throw new Error(`nobody here is ${person}`)
    return name
  }
  const post = (person: string, target: string, body: unknown, key?: string) =>
    sendUntilAnswered(as(known(person), (one) => one.post(target, body, { key })))

  const pickUp = async ({ order, owner, outlet, staff }: Of<'pick-up'>): Promise<Outcome> => {
    const shown = await sendUntilAnswered(
      as(known(owner), (one) => one.get(`/api/orders/${order}/pickup-code`)),
    )
    if (shown.code !== 'ok') return ended(shown)
    const { key, slot } = z.parse(pickupCodeSchema, shown.json())
    const digits = pickupDigits(keyOf(key), slot, world.context().at)
    const checked = await post(staff, '/api/pickups/checks', { place: outlet, digits })
    if (checked.code !== 'ok') return ended(checked)
    const { ticket: token } = z.parse(pickupCheckSchema, checked.json())
    const ticket = { ...ticketOf(token), token, order, outlet, staff }
    tickets.push(ticket)
    const sent = checked.sent + shown.sent - 2
    const confirmed = await confirm(ticket)
    return { ...confirmed, sent: confirmed.sent + sent }
  }
  const confirm = async ({ token, outlet, staff }: Ticket): Promise<Outcome> =>
    ended(await post(staff, '/api/pickups', { place: outlet, ticket: token }))

  /** Under no key: once an answer is lost, only a look at the gift could tell, and others change it too. */
  const stock = async ({ gift, change }: Of<'stock'>): Promise<Outcome> => {
    const list = await sendUntilAnswered(as('staff1', (one) => one.get(`/api/staff/gifts?region=${city}`)))
    const { gifts } = z.parse(staffGiftsResponseSchema, list.json())
    const version = gifts.find((one) => one.id === gift)?.version
    const answer = await as('staff1', (one) =>
      one.post(`/api/staff/gifts/${gift}/stock`, { change, version }),
    )()
    const code = codeOf(answer)
    const isUnknown = isTransient(code) || code === 'edited-meanwhile'
    return { code: isUnknown ? 'unknown' : code, sent: 1 }
  }

  const send = async (request: Request): Promise<Outcome> => {
    const { at } = world.context()
    switch (request.type) {
      case 'check-in':
        return toOutcome(await post(request.person, '/api/points/check-ins', { region: city }))
      case 'visit': {
        const { outlet: place } = request
        const key = counterKey(world.functions[0].secret, place, dayOf(at))
        return toOutcome(
          await post(request.person, '/api/points/visits', { place, digits: counterDigits(key, at) }),
        )
      }
      case 'code':
        return toOutcome(await post(request.person, '/api/points/codes', { code: request.code }))
      case 'quiz':
        return untilDone(() => world.award(known(request.person), request.subject))
      case 'order': {
        const { gift, outlet, key } = request
        return toOutcome(await post(request.person, '/api/orders', { gift, outlet }, key))
      }
      case 'cancel':
        return toOutcome(await post(request.person, `/api/orders/${request.order}/cancel`, {}))
      case 'pick-up':
        return pickUp(request)
      case 'confirm-again':
        return confirm(request.ticket)
      case 'wait':
        return toOutcome(await post(request.person, `/api/gifts/${request.gift}/waiting`, {}))
      case 'stop-waiting':
        return toOutcome(
          await sendUntilAnswered(
            as(known(request.person), (one) => one.delete(`/api/gifts/${request.gift}/waiting`)),
          ),
        )
      case 'stock':
        return stock(request)
      case 'propose': {
        const { person, points, text, by, key } = request
        const body = { region: city, person, points, text }
        return toOutcome(await post(by, '/api/staff/adjustments', body, key))
      }
      case 'decide': {
        const { adjustment, approve, by } = request
        return toOutcome(await post(by, `/api/staff/adjustments/${adjustment}/decision`, { approve }))
      }
      case 'sweep':
        return untilDone(async () => {
          const { complete } = await chance.pick(world.functions).sweep()
          return { code: complete ? 'ok' : 'unavailable' }
        })
      case 'close':
        return untilDone(async () => {
          await world.close(known(request.person))
          return { code: 'ok' }
        })
    }
  }
  return { send, tickets }
}

type Of<T extends Request['type']> = Extract<Request, { type: T }>
type Sent = Answer & { code: string; sent: number }

/** Codes of refusals that pass by themselves. */
const isTransient = (code: string) => code === 'unavailable' || code === 'account-busy'

const sendUntilAnswered = async (ask: () => Promise<Answer>): Promise<Sent> => {
  for (let sent = 1; ; sent++) {
    const answer = await ask()
    const code = codeOf(answer)
    if (!isTransient(code)) return { ...answer, code, sent }
    if (sent === mostSent) return { ...answer, code: 'never', sent }
  }
}

/** For what other domains and schedules do: they call no route, and find out by an exception. */
const untilDone = async (work: () => Promise<{ code: string }>): Promise<Outcome> => {
  for (let sent = 1; ; sent++) {
    const code = await work().then(
      (done) => done.code,
      (error: unknown) => {
        if (error instanceof TableUnavailable) return 'unavailable'
        throw error
      },
    )
    if (!isTransient(code)) return { code, sent }
    if (sent === mostSent) return { code: 'never', sent }
  }
}

const codeOf = (answer: Answer): string =>
  answer.status === 200 ? 'ok' : z.parse(z.object({ code: z.string() }), answer.json()).code

const idSchema = z.object({ id: z.optional(z.string()) })

/** Lost answers count as wrong tries where tries are counted, so a lock may come between an action and its answer. */
const toOutcome = ({ code, sent, json }: Sent): Outcome => {
  if (code === 'too-many-tries') return { code: 'unknown', sent }
  return { code, sent, ...(code === 'ok' && { of: z.parse(idSchema, json()).id }) }
}

const endings = ['order-ended', 'order-picked-up', 'order-cancelled', 'order-expired']

const ended = ({ code, sent }: Sent): Outcome => {
  if (endings.includes(code)) return { code: 'ended', sent }
  return { code: code === 'too-many-tries' ? 'unknown' : code, sent }
}

const ticketSchema = z.object({ id: z.string(), until: z.int() })
const ticketOf = (token: string): z.infer<typeof ticketSchema> =>
  z.parse(ticketSchema, JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()))
