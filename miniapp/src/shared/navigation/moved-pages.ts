/** Pages that had another path in an earlier release: links and bookmarks to it go on working. Pure. */
import { pathOf } from '../api/http'

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
  'staff/gifts/index': 'desk/pages/points/gifts/index',
  'staff/gift/index': 'desk/pages/points/gift/index',
  'staff/batches/index': 'desk/pages/points/batches/index',
  'staff/rules/index': 'desk/pages/points/rules/index',
  'staff/adjustments/index': 'desk/pages/points/adjustments/index',
  'staff/proposals/index': 'desk/review/index',
  'staff/ledger/index': 'desk/pages/points/ledger/index',
  'staff/audit/index': 'desk/pages/points/audit/index',
  'staff/reports/index': 'desk/pages/places/reports/index',
  'staff/roles/index': 'desk/pages/identity/roles/index',
  'points/desk/gifts/index': 'desk/pages/points/gifts/index',
  'points/desk/gift/index': 'desk/pages/points/gift/index',
  'points/desk/batches/index': 'desk/pages/points/batches/index',
  'points/desk/rules/index': 'desk/pages/points/rules/index',
  'points/desk/adjustments/index': 'desk/pages/points/adjustments/index',
  'points/desk/ledger/index': 'desk/pages/points/ledger/index',
  'points/desk/audit/index': 'desk/pages/points/audit/index',
  'places/desk/reports/index': 'desk/pages/places/reports/index',
  'identity/desk/roles/index': 'desk/pages/identity/roles/index',
}

/** The URL of today for a path of then; null for one that never was. */
export function movedTo(path: string, query: Record<string, string | undefined> = {}): string | null {
  const page = moved[path.replace(/^\//, '')]
  return page ? pathOf(`/${page}`, {}, query) : null
}
