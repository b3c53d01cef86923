import { codedAnswer, notModified } from '../../../functions/shared/http/coded-response'
import type { Coding } from '../../../functions/shared/http/negotiate'

/** A document of five megabytes that compresses well. */
const document = async (coding: Coding) => new Uint8Array(coding === 'identity' ? 5 * 1024 * 1024 : 1000)
const caching = 'public, max-age=5'
const asked = (accept?: string) =>
  codedAnswer(new Headers(accept === undefined ? {} : { 'accept-encoding': accept }), {
    tag: 't',
    caching,
    mediaType: 'application/json',
    document,
  })

describe('an answer too large for the gateway', () => {
  it('is refused uncompressed, with what to send instead', async () => {
    expect(await asked()).toMatchObject({
      ok: false,
      error: { code: 'answer-too-large', errors: [{ field: 'accept-encoding' }] },
    })
  })

  it('is sent compressed', async () => {
    expect(await asked('gzip')).toMatchObject({ ok: true })
  })
})

it.each([undefined, 'gzip'])(
  'an answer may be kept as its domain says, and so may its 304 (%s)',
  async (accept) => {
    const request = new Headers({ ...(accept && { 'accept-encoding': accept }) })
    const small = async () => new Uint8Array(10)
    const coded = { tag: 't', caching, mediaType: 'application/json', document: small }
    const answer = await codedAnswer(request, coded)
    if (!answer.ok || !('response' in answer.value)) throw new Error('no response')
    const { headers } = answer.value.response
    expect(headers['cache-control']).toBe(caching)
    request.set('if-none-match', headers.etag ?? '')
    const unchanged = notModified(request, { tag: 't', caching })
    expect(unchanged?.status).toBe(304)
    expect(unchanged?.headers['cache-control']).toBe(caching)
  },
)
