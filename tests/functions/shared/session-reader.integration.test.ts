/** Sessions as every function reads them, with the secret and the grant that its declaration gives it. */
import { revocationItem } from '../../../functions/shared/session/revocation'
import { sessionsOf } from '../../../functions/shared/session/session-reader'
import { withEngine } from '../../support/engine/engine'
import { testContext } from '../../support/worlds/context'
import { personNamed } from '../../support/worlds/sessions'

const database = withEngine('identity')
const now = Date.parse('2036-11-18T10:00:00+08:00')

describe('a function that takes sessions', () => {
  it('knows who holds a token of ours, and asks identity’s table whether it has just ended', async () => {
    const { context, sessions } = testContext(database, { clock: () => now })
    const reader = sessionsOf(context)
    const lin = personNamed('lin')
    const read = await reader.read(new Headers(sessions.as(lin)))
    expect(read).toMatchObject({ ok: true, value: { person: lin, generation: 0 } })
    const session = { person: lin, generation: 0 }
    expect(await reader.isRevoked(session)).toBe(false)
    await context.tableOf('identity').putOne(revocationItem(lin, 1, now))
    expect(await reader.isRevoked(session)).toBe(true)
    expect(await reader.isRevoked({ person: lin, generation: 1 })).toBe(false)
  })
})
