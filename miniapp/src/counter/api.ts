/** What the counter asks the server. */
import type { Result } from '@common/result'
import type * as z from '@common/zod'
import {
  type CounterCode,
  counterCodeSchema,
  handoversResponseSchema,
  pickupCheckSchema,
  pickupResponseSchema,
  pointsPaths,
} from '@contract/points'
import { ask, type Failure, pathOf } from '@/shared/request'

export type PickupCheck = z.infer<typeof pickupCheckSchema>
export type PickupResponse = z.infer<typeof pickupResponseSchema>
export type Handovers = z.infer<typeof handoversResponseSchema>
export type Handover = Handovers['handovers'][number]

export function checkPickup(place: string, digits: string): Promise<Result<PickupCheck, Failure>> {
  const body = { place, digits }
  return ask({ path: pointsPaths.pickupChecks, schema: pickupCheckSchema, auth: true, body })
}

/** The same ticket again gets the same answer. */
export function confirmPickup(place: string, ticket: string): Promise<Result<PickupResponse, Failure>> {
  const body = { place, ticket }
  return ask({ path: pointsPaths.pickups, schema: pickupResponseSchema, auth: true, body })
}

export function fetchHandovers(place: string, day: string): Promise<Result<Handovers, Failure>> {
  const path = pathOf(pointsPaths.handovers, { place }, { day })
  return ask({ path, schema: handoversResponseSchema, auth: true })
}

export function fetchCounterCode(place: string): Promise<Result<CounterCode, Failure>> {
  return ask({ path: pathOf(pointsPaths.counterCode, { place }), schema: counterCodeSchema, auth: true })
}
