/** What a person did as staff: shown to them, and kept for auditors. Listed in functions/personal-data.ts. */
import type { Context } from '../shared/aws/context'
import { ownActions } from './fragments'

export const auditPersonalData = {
  export: ({ tableOf }: Pick<Context, 'tableOf'>) => {
    const actions = ownActions(tableOf('audit'))
    return async (person: string) => ({ acts: await actions.of(person) })
  },
  erase: null,
}
