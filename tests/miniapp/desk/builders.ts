/** What a desk works with; every builder takes overrides. */
import type { Adjustment, Batch, Proposal, RulesOfCity, StaffGift } from '@contract/points'

export function aGift(overrides: Partial<StaffGift> = {}): StaffGift {
  return {
    id: '320800-7k2m9qxa4t',
    region: '320800',
    name: '杂粮礼包',
    category: 'charity-goods',
    about: '五谷杂粮，共 2 公斤',
    price: 120,
    perPerson: 1,
    onSaleFrom: null,
    onSaleUntil: null,
    outlets: ['320800-1', '320800-2'],
    picture: null,
    isPublished: true,
    total: 50,
    taken: 12,
    handedOver: 8,
    waiting: 0,
    version: 3,
    demo: true,
    ...overrides,
  }
}

const rule = { perDay: null, perMonth: null, lifetime: null, from: null, until: null, streak: null }
export function someRules(overrides: Partial<RulesOfCity> = {}): RulesOfCity {
  return {
    rules: {
      'check-in': { ...rule, amount: 5, perDay: 5, streak: { every: 7, points: 10 } },
      visit: { ...rule, amount: 5, perDay: 15 },
      report: { ...rule, amount: 20, perMonth: 100 },
      code: { ...rule, amount: 0 },
      quiz: { ...rule, amount: 5 },
      event: { ...rule, amount: 20, from: '2026-01-01', until: '2026-12-31' },
    },
    limits: { monthlyEarning: 1000, yearlyRedemption: 5000 },
    version: 4,
    ...overrides,
  }
}

export function aBatch(overrides: Partial<Batch> = {}): Batch {
  return {
    id: '320800-8k2m9qxa4t',
    region: '320800',
    label: '社区义诊现场',
    count: 100,
    used: 37,
    points: 10,
    until: '2099-12-31',
    at: '2026-03-01T02:00:00.000Z',
    isStopped: false,
    ...overrides,
  }
}

export function anAdjustment(overrides: Partial<Adjustment> = {}): Adjustment {
  return {
    id: '320800-9k2m9qxa4t',
    region: '320800',
    person: '00000000000000000001',
    points: 20,
    text: '活动现场网络中断，补记',
    state: 'proposed',
    proposedBy: '0000000000000000000a',
    proposedAt: '2026-03-04T02:00:00.000Z',
    decidedBy: null,
    decidedAt: null,
    ...overrides,
  }
}

/** A batch of codes, by a colleague. */
export function aProposal(overrides: Partial<Proposal> = {}): Proposal {
  return {
    id: '320800-pr0p0sa101',
    region: '320800',
    operation: 'createBatch',
    subject: '320800-pr0p0sa101',
    label: '社区义诊现场',
    changes: [
      { field: 'count', before: '', after: '100' },
      { field: 'points', before: '', after: '10' },
    ],
    state: 'proposed',
    proposedBy: '00000000000000000009',
    proposedAt: '2026-03-01T02:00:00.000Z',
    until: '2026-03-15T02:00:00.000Z',
    decidedBy: null,
    decidedAt: null,
    why: null,
    ...overrides,
  }
}
