/** Pages that had another path in an earlier release: links and bookmarks to it go on working. Pure. */
import { pathOf } from './http'

const moved: Record<string, string> = {
  'outlet/handover/index': 'counter/handover/index',
  'outlet/handovers/index': 'counter/handovers/index',
  'outlet/counter/index': 'counter/code/index',
  'places/detail/index': 'places/pages/detail/index',
  'places/report/index': 'places/pages/report/index',
  'places/aid/index': 'places/pages/aid/index',
  'places/search/index': 'places/pages/search/index',
  'points/gifts/index': 'points/pages/gifts/index',
  'points/gift/index': 'points/pages/gift/index',
  'points/order/index': 'points/pages/order/index',
  'points/orders/index': 'points/pages/orders/index',
  'points/entries/index': 'points/pages/entries/index',
  'points/code/index': 'points/pages/code/index',
  'points/visit/index': 'points/pages/visit/index',
  'identity/login/index': 'identity/pages/login/index',
  'identity/approve/index': 'identity/pages/approve/index',
  'identity/data/index': 'identity/pages/data/index',
  'staff/home/index': 'desk/home/index',
  'staff/gifts/index': 'points/desk/gifts/index',
  'staff/gift/index': 'points/desk/gift/index',
  'staff/batches/index': 'points/desk/batches/index',
  'staff/rules/index': 'points/desk/rules/index',
  'staff/adjustments/index': 'points/desk/adjustments/index',
  'staff/proposals/index': 'desk/review/index',
  'staff/ledger/index': 'points/desk/ledger/index',
  'staff/audit/index': 'points/desk/audit/index',
  'staff/reports/index': 'places/desk/reports/index',
  'staff/roles/index': 'identity/desk/roles/index',
}

/** The URL of today for a path of then; null for one that never was. */
export function movedTo(path: string, query: Record<string, string | undefined> = {}): string | null {
  const page = moved[path.replace(/^\//, '')]
  return page ? pathOf(`/${page}`, {}, query) : null
}
