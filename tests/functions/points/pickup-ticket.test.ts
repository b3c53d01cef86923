import { createHmac } from 'node:crypto'
import { decodeProtectedHeader, UnsecuredJWT } from 'jose'
import { issueTicket, readTicket, ticketSeconds } from '../../../functions/points/service/order/pickup-ticket'

const secret = 'a secret of the points'
const about = { order: '261101-ABCDEFGHJK', place: '32080001', staff: 'person-1' }
const issued = () => issueTicket(secret, about, 1_000, (bytes) => new Uint8Array(bytes))
const ticket = { id: 'AAAAAAAAAAAA', ...about, until: 1_000 + ticketSeconds * 1000 }

describe('a ticket of a pickup', () => {
  it('is a signed token of one algorithm that says what was checked', async () => {
    const token = await issued()
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'HS256' })
    expect(await readTicket(secret, token)).toEqual({ ok: true, value: ticket })
  })

  it('is still read in the form of the release before', async () => {
    const text = Buffer.from(JSON.stringify(ticket)).toString('base64url')
    const signature = createHmac('sha256', secret).update(`ticket|${text}`).digest('base64url')
    expect(await readTicket(secret, `${text}.${signature}`)).toEqual({ ok: true, value: ticket })
    expect(await readTicket(`${secret}!`, `${text}.${signature}`)).toMatchObject({ ok: false })
  })

  it('is refused when another signed it, when it was altered, and when nobody signed it', async () => {
    const token = await issued()
    const [header, , signature] = token.split('.')
    const altered = Buffer.from(JSON.stringify({ ...ticket, place: '32080002' })).toString('base64url')
    const refused = [
      await issueTicket(`${secret}!`, about, 1_000),
      `${header}.${altered}.${signature}`,
      new UnsecuredJWT(ticket).encode(),
      `${token}.more`,
      'nothing',
      '',
    ]
    for (const one of refused) expect(await readTicket(secret, one)).toEqual({ ok: false, error: 'not-ours' })
  })
})
