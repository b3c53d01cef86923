/** Every operation's answer as it leaves: nothing of more than a kilobyte goes uncompressed to whoever can read it so. */
import { answeredAs, everything, send } from '../../support/stage/requests'
import { setUp, whoMay, withEveryTable, withWeChat } from './kit'

const database = withEveryTable()
jest.setTimeout(300_000)
const wechat = withWeChat()

const kilobyte = 1024

it.each(['br', 'gzip'])(
  'every JSON answer above 1 KB leaves as %s, and says what it depends on',
  async (coding) => {
    const { stage, scene } = await setUp(database, wechat)
    const seen: Record<string, number> = {}
    for (const one of everything.filter(({ endsWhoAsks }) => !endsWhoAsks)) {
      const who = whoMay(scene, one)
      const asked = await one.ask(scene, who)
      const { status, headers, bytes, json } = await send(scene, one, asked, who.session, {
        'accept-encoding': coding,
      })
      const name = `${one.domain}.${one.name}`
      expect({ name, status }).toEqual({ name, status: answeredAs(one) })
      if (!/json/.test(headers['content-type'] ?? '')) continue
      const plain = Buffer.byteLength(JSON.stringify(json()))
      const sent = headers['content-encoding'] ?? 'identity'
      seen[name] = plain
      expect({ name, vary: headers.vary }).toEqual({ name, vary: 'accept-encoding' })
      expect({ name, plain, sent: plain > kilobyte ? sent : coding }).toEqual({ name, plain, sent: coding })
      if (sent !== 'identity')
        expect({ name, isSmaller: bytes.length < plain }).toEqual({ name, isSmaller: true })
    }
    expect(stage.logged.join('\n')).not.toContain('request-crashed')
    expect(Object.values(seen).filter((plain) => plain > kilobyte).length).toBeGreaterThan(5)
  },
)
