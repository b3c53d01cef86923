/** Which tables a test of a domain is given. */
import { tablesReached } from '../support/engine/domain-engine'

describe('the tables of a test', () => {
  it('are those that the functions of its domain reach, by whatever grant', () => {
    const grantOn = (table: string) => ({ table, actions: [] })
    const job = { tableActions: [], grants: [grantOn('tasks'), grantOn('notices'), grantOn('audit')] }
    const domain = { name: 'notices', tableActions: [], grants: [grantOn('audit')], jobs: [job] }
    expect(tablesReached(domain)).toEqual(['notices', 'audit', 'tasks'])
  })
})
