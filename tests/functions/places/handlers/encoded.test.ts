import { codedAnswer } from '../../../../functions/places/handlers/response/encoded'
import type { Coding } from '../../../../functions/shared/negotiate'

/** A document of five megabytes that compresses well. */
const document = async (coding: Coding) => new Uint8Array(coding === 'identity' ? 5 * 1024 * 1024 : 1000)
const asked = (accept?: string) =>
  codedAnswer(new Headers(accept === undefined ? {} : { 'accept-encoding': accept }), {
    tag: 't',
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
