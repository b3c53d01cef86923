/** An account, gifts and orders of a small made-up city for the phone's tests; every builder takes overrides. */
import type { Me } from '@contract/identity'
import type { Account, Earned, Entry, Gift, Order, PickupCode } from '@contract/points'

export const person = '0123456789abcdefghjk'
export const giftId = '320800-r1ce0000aa'
export const orderId = '260304-AAAAAAAAAA'

export function aMe(overrides: Partial<Me> = {}): Me {
  return {
    id: person,
    no: 'ABCD2345',
    since: '2026-01-01T00:00:00.000Z',
    roles: [],
    consents: [],
    age: 'adult',
    ...overrides,
  }
}

/** What the phone's store holds of somebody who is logged in: good for an hour from now. */
export function aSession(me: Me = aMe()): string {
  const value = { access: 'access', accessUntil: Date.now() + 3_600_000, refresh: 'refresh', me }
  return JSON.stringify({ v: 1, value })
}

type Way = Account['ways'][number]

export function aWay(overrides: Partial<Way> = {}): Way {
  return {
    rule: 'visit',
    amount: 5,
    today: 0,
    perDay: 15,
    thisMonth: 0,
    perMonth: 100,
    state: 'open',
    ...overrides,
  }
}

export function anAccount(overrides: Partial<Account> = {}): Account {
  return {
    region: '320800',
    balance: 128,
    lots: [{ points: 128, on: '2027-12-31' }],
    expiring: null,
    checkIn: { doneToday: false, streak: 3, bonus: { every: 7, points: 10 } },
    ways: [
      aWay({ rule: 'check-in', amount: 2, perDay: null, perMonth: null }),
      aWay(),
      aWay({ rule: 'report', amount: 20, perDay: 40 }),
      aWay({ rule: 'code', amount: null, perDay: null, perMonth: null }),
      aWay({ rule: 'quiz', state: 'not-in-force' }),
    ],
    earnedThisMonth: 45,
    monthlyCap: 600,
    redeemedThisYear: 0,
    yearlyCap: 5000,
    reserved: 0,
    ...overrides,
  }
}

export function anEntry(overrides: Partial<Entry> = {}): Entry {
  return {
    seq: 1,
    kind: 'earn',
    points: 2,
    balance: 130,
    at: '2026-03-04T02:00:00.000Z',
    reason: { type: 'check-in', streak: 4, bonus: 0 },
    ...overrides,
  }
}

export function anEarned(overrides: Partial<Earned> = {}): Earned {
  return { entry: anEntry(), region: '320800', repeated: false, ...overrides }
}

export function aGift(overrides: Partial<Gift> = {}): Gift {
  return {
    id: giftId,
    region: '320800',
    name: '大米 2.5 公斤',
    category: 'charity-goods',
    about: '慈善超市的东北大米。',
    price: 60,
    perPerson: 2,
    onSaleFrom: null,
    onSaleUntil: null,
    outlets: ['320800-1', '320800-2'],
    picture: null,
    left: 12,
    state: 'on-sale',
    demo: true,
    ...overrides,
  }
}

export function anOrder(overrides: Partial<Order> = {}): Order {
  return {
    id: orderId,
    region: '320800',
    gift: { id: giftId, name: '大米 2.5 公斤', category: 'charity-goods', picture: null },
    points: 60,
    outlet: '320800-1',
    state: 'reserved',
    reservedAt: '2026-03-04T02:00:00.000Z',
    pickUpBy: '2026-03-18',
    endedAt: null,
    wouldLapse: 0,
    ...overrides,
  }
}

export function aPickupCode(overrides: Partial<PickupCode> = {}): PickupCode {
  return {
    order: orderId,
    day: '2026-03-04',
    key: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8',
    slot: '0427',
    now: '2026-03-04T02:00:00.000Z',
    ...overrides,
  }
}
