/** Orders and handovers of a made-up counter; every builder takes overrides. */
import type { Handover, Order, PickupCheck, PickupResponse } from '@contract/points'

export function anOrder(overrides: Partial<Order> = {}): Order {
  return {
    id: '260304-7K2M9QXA4T',
    region: '320800',
    gift: { id: '320800-7k2m9qxa4t', name: '杂粮礼包', category: 'charity-goods', picture: null },
    points: 120,
    outlet: '320800-32080290',
    state: 'reserved',
    reservedAt: '2026-03-04T02:00:00.000Z',
    pickUpBy: '2026-03-18',
    endedAt: null,
    wouldLapse: 0,
    ...overrides,
  }
}

export function aCheck(overrides: Partial<PickupCheck> = {}): PickupCheck {
  return { order: anOrder(), ticket: 'ticket-1', expiresIn: 300, ...overrides }
}

export function aHandover(overrides: Partial<Handover> = {}): Handover {
  const { id, gift, points } = anOrder()
  return { order: id, gift, points, at: '2026-03-04T04:03:00.000Z', ...overrides }
}

export function aDone(overrides: Partial<PickupResponse> = {}): PickupResponse {
  return { handover: aHandover(), repeated: false, ...overrides }
}
