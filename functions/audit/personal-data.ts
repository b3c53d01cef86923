/** What a person did as staff: shown to them, and kept for auditors. Listed in functions/personal-data.ts. */

import type { Context } from '../shared/aws/context'
import type { AuditActions } from '../shared/declaration/audit-actions'
import { auditAuditActions } from './contract/audit-actions'
import { ownActions } from './fragments'

export const auditPersonalData = {
  actions: auditAuditActions,
  export: ({ tableOf }: Pick<Context, 'tableOf'>, words: AuditActions) => {
    const actions = ownActions(tableOf('audit'))
    return async (person: string) => {
      const { list, more } = await actions.of(person)
      // A name in words, so that the person can read their file, and no page needs the words of every domain.
      return { acts: { list: list.map((act) => ({ ...act, name: words[act.action]?.name })), more } }
    }
  },
  erase: null,
}
