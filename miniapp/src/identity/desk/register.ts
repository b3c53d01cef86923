/** What identity brings to the desk: who holds which role. */

import { identityAuditActions } from '@functions/identity/contract/audit-actions'
import type { Holders } from '@/desk/api'
import { directory, entryKey } from '@/desk/persons/directory'
import { entryText, personText, shortText } from '@/desk/persons/text'
import type { Figure, Registration, Reviewed } from '@/desk/registration'
import { type Source, sourceFrom } from '@/desk/source'
import { personNoTyped } from '@/desk/typed'
import { identityStaffMessages } from './messages'
import { roleProposalReviews } from './role-proposals/view'
import { holderList, roleProposalList } from './stores'

const proposed = sourceFrom(roleProposalList, ({ proposals }, { desk }) =>
  roleProposalReviews(proposals, (person) =>
    entryText(directory.get().get(entryKey(desk, person)), shortText),
  ),
)
/** Drawn anew as well when it is known how somebody in a title is called. */
const roleProposalSource: Source<Reviewed> = {
  ...proposed,
  subscribe(listener) {
    const ends = [proposed.subscribe(listener), directory.subscribe(listener)]
    return () => {
      for (const end of ends) end()
    }
  },
}

export const register: Registration = {
  kinds: {
    role: () => import('./role-proposals/role-proposal-review').then((module) => module.RoleProposalReview),
  },
  auditActions: identityAuditActions,
  messages: identityStaffMessages,
  pages: [
    {
      path: 'desk/pages/identity/roles',
      title: '人员与身份',
      icon: 'people',
      group: '管理',
      powers: ['admin'],
      figure: sourceFrom(holderList, holderFigure),
    },
  ],
  reviews: [
    {
      powers: ['admin'],
      source: roleProposalSource,
    },
  ],
  finders: [
    {
      powers: ['admin'],
      finds: ['编号', '称呼'],
      source: sourceFrom(holderList, (value) => value),
      find(typed, { name }) {
        const no = personNoTyped(typed)
        const people = holderList.get(name).value?.people ?? []
        return people
          .filter((one) => one.no === no || (typed.length > 1 && one.name?.includes(typed)))
          .slice(0, 5)
          .map((one) => ({
            title: personText(one),
            text: '人员与身份',
            url: `/desk/pages/identity/roles/index?id=${one.id}`,
          }))
      },
    },
  ],
}

export function holderFigure({ people }: Holders): Figure {
  return { number: String(people.length), text: '人已授权', alert: false }
}
