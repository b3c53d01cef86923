/** Items that carry a person, or words that somebody wrote about or as one; docs/personal-data.md is written of it. */
import type { KeptItem } from '../shared/declaration/kept'

export const kept: readonly KeptItem[] = [
  {
    item: 'person#… / person',
    what: "id, number, WeChat's id, consents, age, roles, internal name",
    after: 'erased',
  },
  { item: 'person#… / session#…', what: 'logins and their devices', after: 'erased' },
  { item: 'openid#… / person', what: "WeChat's id leads to the person", after: 'erased' },
  { item: 'no#… / person', what: 'the number leads to the person', after: 'erased' },
  { item: 'city#… / holder#…', what: 'roles in a city', after: 'erased' },
  { item: 'city#… / admins', what: 'who can grant roles in a city', after: 'erased' },
  {
    item: 'audit#… / …',
    what: 'who was given or lost a role, by whom',
    after: 'stays 3 years from the day: powers over public points are accounted for',
  },
  {
    item: 'role-proposals#… / …',
    what: 'powers that were proposed for somebody, by whom',
    after:
      'goes 44 days after it was proposed: another admin decides on it; the record of it and of the decision stays 3 years in `audit`, as powers over public points are accounted for',
  },
  {
    item: 'names#… / …',
    what: 'that an internal name was set or taken away, by whom; never the name',
    after: 'stays 3 years: who may change what others read is accounted for',
  },
  {
    item: 'roles#… / …',
    what: 'where the role changes of a person are found',
    after: 'stays 3 years, with them',
  },
  { item: 'ticket#… / ticket', what: 'a login on a desktop under way', after: 'stays minutes' },
  { item: 'revocation#… / revocation', what: 'which access tokens are over', after: 'stays 20 minutes' },
  {
    item: 'leaving / …',
    what: 'that the person is leaving, and which domains have erased what they held',
    after: 'erased',
  },
]
