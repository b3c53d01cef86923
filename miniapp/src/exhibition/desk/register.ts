/** What the exhibition brings to the desk. */

import { exhibitionAuditActions } from '@functions/exhibition/contract/audit-actions'
import type { Figure, Registration } from '@/desk/registration'
import { sourceFrom } from '@/desk/source'
import { tasksOfCity } from '@/desk/tasks'
import type { Entries } from './api'
import { entryUrl } from './go'
import { exhibitionStaffMessages } from './messages'
import { entryList } from './stores'
import { decidedEntries, entryReviews, entrySign, entryTitle } from './view'

export const register: Registration = {
  kinds: {
    entry: () => import('./review/entry-review').then((module) => module.EntryReview),
  },
  auditActions: exhibitionAuditActions,
  messages: exhibitionStaffMessages,
  pages: [
    {
      path: 'desk/pages/exhibition/entries',
      title: '展馆内容',
      icon: 'exhibition',
      group: '内容',
      powers: ['publish'],
      figure: sourceFrom(entryList, entryFigure),
    },
  ],
  linkOfUse: {
    domain: 'exhibition',
    powers: ['publish'],
    linkOf(id, { name }) {
      const entry = entryList.get(name).value?.entries.find((one) => one.id === id)
      return { title: entry ? entryTitle(entry) : '展馆内容', url: entryUrl(id) }
    },
  },
  reviews: [
    { powers: ['publish'], source: sourceFrom(tasksOfCity, entryReviews) },
    { powers: ['publish'], source: sourceFrom(entryList, decidedEntries) },
  ],
  finders: [
    {
      powers: ['publish'],
      finds: ['展品'],
      source: sourceFrom(entryList, (value) => value),
      find: (typed, { name }) =>
        (entryList.get(name).value?.entries ?? [])
          .filter(({ title }) => title.includes(typed))
          .slice(0, 5)
          .map((entry) => ({
            title: entryTitle(entry),
            text: `展馆内容，${entrySign(entry).word}`,
            url: entryUrl(entry.id),
          })),
    },
  ],
}

function entryFigure({ entries, more }: Entries): Figure {
  const drafts = entries.filter(({ state }) => state === 'draft').length
  const live = entries.filter((entry) => entry.live !== null).length
  const least = more ? '+' : ''
  return { number: `${live}${least}`, text: `条正在公开，${drafts}${least} 条草稿`, alert: false }
}
