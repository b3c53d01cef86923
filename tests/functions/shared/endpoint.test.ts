import { endpoint, noBody, noParams } from '../../../functions/shared/declaration/endpoint'
import * as z from '../../../functions/shared/zod'

describe('an endpoint', () => {
  const answer = { response: z.object({ name: z.string() }) }

  it('takes no parameters and no body, and has no codes of its own, where it says nothing of them', () => {
    const hello = endpoint({ method: 'GET', path: '/api/hello', access: 'public', ...answer })
    expect(hello).toMatchObject({ method: 'GET', path: '/api/hello', access: 'public', codes: [] })
    expect([hello.params, hello.query, hello.body]).toEqual([noParams, noParams, noBody])
  })

  it('takes what it says', () => {
    const body = z.object({ text: z.string() })
    const params = z.object({ id: z.string() })
    const path = '/api/hello/:id'
    const put = endpoint({ method: 'PUT', path, access: 'person', params, body, codes: ['gone'], ...answer })
    expect([put.params, put.query, put.body, put.codes]).toEqual([params, noParams, body, ['gone']])
  })
})
