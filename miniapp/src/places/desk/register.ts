/** What places bring to the desk: reports of citizens, and outlets by their number or name. */

import { placesAuditActions } from '@functions/places/contract/audit-actions'
import { reportDue } from '@functions/places/rules/report-due'
import type { OpenReport, OpenReports } from '@/desk/api'
import type { Figure, Registration, Reviewed, ReviewItem } from '@/desk/registration'
import { sourceFrom } from '@/desk/source'
import { cityStore } from '@/shared/city'
import { placesStaffMessages } from './messages'
import { reportText } from './reports/view'
import { reportList } from './stores'

export const register: Registration = {
  kinds: {
    report: () => import('./reports/report-review').then((module) => module.ReportReview),
  },
  auditActions: placesAuditActions,
  messages: placesStaffMessages,
  pages: [
    {
      path: 'desk/pages/places/reports',
      title: '市民报告',
      icon: 'flag',
      group: '网点',
      powers: ['review'],
      figure: sourceFrom(reportList, reportFigure),
    },
  ],
  reviews: [{ powers: ['review'], source: sourceFrom(reportList, reportReviews) }],
  finders: [{ powers: [], finds: ['网点'], find: outletsBy }],
}

export function reportFigure({ reports, more }: Pick<OpenReports, 'reports' | 'more'>): Figure {
  return { number: `${reports.length}${more ? '+' : ''}`, text: '条待处理', alert: reports.length > 0 }
}

export function reportReviews({ reports, more }: Pick<OpenReports, 'reports' | 'more'>): Reviewed {
  return { items: reports.map(reportItem), more }
}

function reportItem(report: OpenReport): ReviewItem {
  const since = Date.parse(report.at)
  return {
    kind: 'report',
    id: report.id,
    title: `市民报告：${report.place.name}，${reportText(report)}`,
    by: null,
    since,
    due: 'unknown',
    dueWithoutTask: reportDue(since),
    isWaiting: true,
    decidedAt: null,
    sign: { word: '待处理', tone: 'doubt' },
  }
}

/** Outlets of the city on the desk whose number begins so, or whose name has it. */
function outletsBy(typed: string) {
  const city = cityStore.get()
  if (city.status !== 'ready' || !city.catalogue) return []
  const places = city.catalogue.places.filter(
    ({ outletNo, name }) => outletNo?.startsWith(typed) || (typed.length > 1 && name.includes(typed)),
  )
  return places.slice(0, 5).map(({ id, name, outletNo }) => ({
    title: name,
    text: outletNo ? `网点 ${outletNo}` : '地点',
    url: `/places/pages/detail/index?id=${encodeURIComponent(id)}`,
  }))
}
