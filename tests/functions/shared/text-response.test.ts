import { jsonResponse } from '../../../functions/shared/http/text-response'

const value = { name: '爱心救助点', at: [1, 2] }
const answer = () => jsonResponse(JSON.stringify(value), { etag: '"7"' })
const web = () => Response.json(value, { headers: { etag: '"7"' } })

describe('an answer kept as text', () => {
  it.each<[string, (response: Response) => Promise<unknown>]>([
    ['text', (response) => response.text()],
    ['json', (response) => response.json()],
    ['bytes', async (response) => Buffer.from(await response.arrayBuffer())],
    ['blob', async (response) => (await response.blob()).text()],
    ['stream', (response) => new Response(response.body).text()],
    ['text of a copy', (response) => response.clone().text()],
    ['text of another response made of it', (response) => new Response(response.body, response).text()],
  ])('gives the same %s as a response of the web', async (_, read) => {
    expect(await read(answer())).toEqual(await read(web()))
  })

  it('has the same status and headers', () => {
    expect(Object.fromEntries(answer().headers)).toEqual(Object.fromEntries(web().headers))
    expect(answer().status).toBe(200)
    expect(Object.fromEntries(answer().clone().headers)).toEqual(Object.fromEntries(web().headers))
  })
})
