/** Several editors write: nothing that was acknowledged is overwritten unseen, and no version is ever changed. */
import {
  entriesResponseSchema,
  entrySchema,
  versionResponseSchema,
  versionsResponseSchema,
} from '../../../functions/exhibition/contract/entries'
import { problemSchema } from '../../../functions/shared/contract'
import * as z from '../../../functions/shared/zod'
import { withDomain } from '../../support/engine/domain-engine'
import { parsed, refusal } from '../../support/worlds/points-world'
import { city, createExhibitionWorld, exhibit, room, silent, text, verdict } from './kit'

const database = withDomain('exhibition')

const setUp = () => {
  const world = createExhibitionWorld(database)
  return { ...world, chen: world.editor('chen'), zhou: world.editor('zhou'), sun: world.editor('sun') }
}
const saying = (words: string) => exhibit({ blocks: [text(words)] })

describe('two editors on one draft', () => {
  it('the later save is refused with what stands now, and nothing is lost', async () => {
    const { chen, zhou, drafted } = setUp()
    const draft = await drafted(chen)
    const first = parsed(entrySchema, await zhou.save(draft, saying('周写的')))
    expect(first).toMatchObject({ state: 'draft', revision: 2, savedBy: zhou.id })
    const late = await chen.save(draft, saying('陈写的'))
    expect(refusal(late)).toBe('409 entry-conflict')
    const { current } = z.parse(problemSchema, late.json())
    expect(z.parse(entrySchema, current)).toEqual(first)
    expect(await chen.entry(draft.id)).toEqual(first)
  })

  it('a save whose answer was lost is sent again, and changes nothing more', async () => {
    const { chen, drafted } = setUp()
    const draft = await drafted(chen)
    const once = (await chen.save(draft, saying('一次'))).json()
    expect((await chen.save(draft, saying('一次'))).json()).toEqual(once)
  })

  it('whoever saves what stands there already writes nothing of it, and may approve', async () => {
    const { chen, zhou, drafted, approve } = setUp()
    const draft = await drafted(chen)
    const saved = parsed(entrySchema, await zhou.save(draft, exhibit()))
    expect(saved).toEqual(draft)
    const submitted = parsed(entrySchema, await chen.post(draft.id, 'submission', { revision: 1 }))
    expect((await approve(zhou, submitted)).state).toBe('published')
  })

  it('each save is on record by its name and revision, without a word of the text, and one that changes nothing is not', async () => {
    const { chen, zhou, drafted } = setUp()
    const draft = await drafted(chen)
    const words = saying('只有正文里有的话')
    const saved = parsed(entrySchema, await zhou.save(draft, words))
    await zhou.save(saved, words)
    const records = (await database.scan('audit')).filter(
      ({ subject, by }) => subject === draft.id && by === zhou.id,
    )
    expect(records).toMatchObject([
      {
        action: 'entry-saved',
        changes: [
          { field: 'name', before: '', after: '第一张福利彩票' },
          { field: 'revision', before: '', after: '2' },
        ],
      },
    ])
    expect(JSON.stringify(records)).not.toContain('只有正文里有的话')
  })

  it('everybody who wrote since the last publication is refused as reviewer', async () => {
    const { chen, zhou, sun, drafted } = setUp()
    const draft = await drafted(chen)
    const { id, revision } = parsed(entrySchema, await zhou.save(draft, saying('改过的')))
    await sun.post(id, 'submission', { revision })
    for (const writer of [chen, zhou])
      expect(refusal(await writer.post(id, 'approval', { version: 1, at: null }))).toBe('403 own-entry')
    expect((await sun.post(id, 'approval', { version: 1, at: null })).status).toBe(200)
  })

  it('what is not of the kind of the entry is refused, and so is another gallery in place of one', async () => {
    const { chen, drafted } = setUp()
    const draft = await drafted(chen)
    expect(refusal(await chen.save(draft, room()))).toBe('400 invalid-request')
    const gallery = await drafted(chen, room({ gallery: 'games' }))
    expect(refusal(await chen.save(gallery, room({ gallery: 'stories' })))).toBe('400 invalid-request')
  })
})

describe('what was submitted', () => {
  it('is not written on while it waits; sent back with a reason it is', async () => {
    const { chen, sun, submitted } = setUp()
    const waiting = await submitted(chen)
    expect(refusal(await chen.save(waiting, saying('还想改')))).toBe('409 entry-state')
    const reason = '第二段缺出处'
    const back = parsed(entrySchema, await sun.post(waiting.id, 'return', { version: 1, reason }))
    expect(back).toMatchObject({ state: 'draft', review: null, returned: { version: 1, by: sun.id, reason } })
    const repeated = parsed(entrySchema, await chen.save(back, saying('补了出处')))
    const second = await chen.post(waiting.id, 'submission', { revision: repeated.revision })
    expect(parsed(entrySchema, second)).toMatchObject({ review: { version: 2 }, returned: null })
  })

  it('is a version for good, whatever is saved afterwards', async () => {
    const { chen, sun, submitted } = setUp()
    const waiting = await submitted(chen, saying('第一版'))
    const back = parsed(entrySchema, await sun.post(waiting.id, 'return', { version: 1, reason: '再想想' }))
    await chen.save(back, saying('第二版'))
    const read = parsed(versionResponseSchema, await sun.get(`/${waiting.id}/versions/1`))
    expect(read).toMatchObject({ version: 1, by: chen.id, writers: [chen.id], content: saying('第一版') })
    const { versions } = parsed(versionsResponseSchema, await sun.get(`/${waiting.id}/versions`))
    expect(versions).toMatchObject([{ version: 1, title: '第一张福利彩票', by: chen.id }])
    expect(refusal(await sun.get(`/${waiting.id}/versions/9`))).toBe('404 unknown-version')
  })
})

describe('an earlier version', () => {
  it('is restored as a draft, and its writers are writers again', async () => {
    const { chen, zhou, sun, published, approve } = setUp()
    const first = await published(chen, sun, saying('第一版'))
    const change = parsed(entrySchema, await zhou.save(first, saying('第二版')))
    const waiting = parsed(
      entrySchema,
      await zhou.post(first.id, 'submission', { revision: change.revision }),
    )
    const second = await approve(chen, waiting)
    expect(second).toMatchObject({ writers: [], live: { version: 2 } })
    const restored = parsed(
      entrySchema,
      await sun.post(first.id, 'restoration', { version: 1, base: second.revision }),
    )
    expect(restored).toMatchObject({ state: 'draft', content: saying('第一版'), live: { version: 2 } })
    expect([...restored.writers].sort()).toEqual([chen.id, sun.id].sort())
    await sun.post(first.id, 'submission', { revision: restored.revision })
    for (const writer of [chen, sun])
      expect(refusal(await writer.post(first.id, 'approval', { version: 3, at: null }))).toBe('403 own-entry')
    expect((await zhou.post(first.id, 'approval', { version: 3, at: null })).status).toBe(200)
  })

  it('takes the place of a draft that becomes a version itself, once, and can be restored in turn', async () => {
    const { chen, zhou, sun, published } = setUp()
    const first = await published(chen, sun, saying('第一版'))
    const draft = parsed(entrySchema, await zhou.save(first, saying('没有提交的')))
    const asked = { version: 1, base: draft.revision }
    const restored = parsed(entrySchema, await chen.post(first.id, 'restoration', asked))
    expect(parsed(entrySchema, await chen.post(first.id, 'restoration', asked))).toEqual(restored)
    const list = async () => parsed(versionsResponseSchema, await sun.get(`/${first.id}/versions`)).versions
    expect(await list()).toMatchObject([{ version: 2, by: zhou.id, isKept: true }, { version: 1 }])
    const back = await chen.post(first.id, 'restoration', { version: 2, base: restored.revision })
    expect(parsed(entrySchema, back)).toMatchObject({ content: saying('没有提交的') })
    // What was restored and not written on is a version already.
    expect(await list()).toHaveLength(2)
    const waiting = await zhou.post(first.id, 'submission', { revision: restored.revision + 1 })
    expect(parsed(entrySchema, waiting).review).toMatchObject({ version: 3 })
  })

  it('is not restored over what somebody saved meanwhile', async () => {
    const { chen, zhou, sun, published } = setUp()
    const first = await published(chen, sun)
    await zhou.save(first, saying('新的一段'))
    const answer = await sun.post(first.id, 'restoration', { version: 1, base: first.revision })
    expect(refusal(answer)).toBe('409 entry-conflict')
  })
})

describe('the list of entries', () => {
  it('is of a kind, newest first, by pages of thirty', async () => {
    const { chen, time, drafted } = setUp()
    await drafted(chen, room({ gallery: 'stations' }))
    const made: string[] = []
    for (let n = 0; n < 32; n++) {
      time.now += 1000
      made.unshift((await drafted(chen, exhibit({ title: `展品 ${n}` }))).id)
    }
    const list = async (query: string) =>
      parsed(entriesResponseSchema, await chen.get(`?region=${city}&kind=exhibit${query}`))
    const first = await list('')
    expect(first.entries.map(({ id }) => id)).toEqual(made.slice(0, 30))
    const second = await list(`&cursor=${first.cursor}`)
    expect(second.entries.slice(0, 2).map(({ id }) => id)).toEqual(made.slice(30))
    expect(refusal(await chen.get(`?region=${city}&kind=exhibit&cursor=nothing`))).toBe('400 invalid-request')
  })
})

it('numbers that lead to a person are refused where they are written; a telephone for help is not', async () => {
  const { chen } = setUp()
  const refused = await chen.create(saying('身份证 11010519491231002X'))
  expect(refusal(refused)).toBe('422 personal-number')
  expect((await chen.create(saying('求助可拨 0543-83901234'))).status).toBe(200)
})

describe('a text that WeChat looks at', () => {
  const waitingFor = (promise: Promise<unknown>) => {
    let isDone = false
    void promise.then(() => {
      isDone = true
    })
    return () => isDone
  }

  it('is stored before WeChat is asked, with every word of it', async () => {
    const world = setUp()
    const { chen, drafted, wechat } = world
    const draft = await drafted(chen)
    wechat.asked.length = 0
    let stored: unknown
    wechat.answer = async () => {
      stored = (await chen.entry(draft.id)).content
      return { ok: true, value: { ok: true, value: { verdict: 'pass' } } }
    }
    const saved = parsed(entrySchema, await chen.save(draft, saying('给微信看的一段')))
    expect(stored).toEqual(saying('给微信看的一段'))
    expect(saved).toMatchObject({ revision: 2, check: 'pass' })
    expect(wechat.asked).toEqual(['第一张福利彩票\n给微信看的一段'])
  })

  it('found risky is kept and marked, and submitted once it is mended', async () => {
    const { chen, drafted, wechat } = setUp()
    wechat.answer = verdict('risky')
    const draft = await drafted(chen, saying('不该写的话'))
    expect(draft).toMatchObject({ check: 'risky', content: saying('不该写的话') })
    const answer = await chen.post(draft.id, 'submission', { revision: 1 })
    expect(refusal(answer)).toBe('422 entry-risky')
    wechat.answer = verdict('pass')
    const mended = parsed(entrySchema, await chen.save(draft, saying('改过的话')))
    expect(mended.check).toBe('pass')
    expect((await chen.post(draft.id, 'submission', { revision: 2 })).status).toBe(200)
  })

  it.each([
    ['no answer', silent],
    ['a doubtful answer', verdict('second-person')],
  ] as const)('and of which there is %s is looked at again when it is submitted', async (_, answer) => {
    const { chen, sun, drafted, approve, wechat } = setUp()
    wechat.answer = answer
    const draft = await drafted(chen)
    expect(draft.check).toBe('unchecked')
    wechat.answer = verdict('pass')
    const waiting = parsed(entrySchema, await chen.post(draft.id, 'submission', { revision: 1 }))
    expect(waiting).toMatchObject({ state: 'in-review', check: 'pass' })
    expect((await approve(sun, waiting)).state).toBe('published')
  })

  it('and could not look at is published by whoever says that they read it, which is on record', async () => {
    const { chen, sun, submitted, wechat } = setUp()
    wechat.answer = silent
    const { id, check } = await submitted(chen)
    expect(check).toBe('unchecked')
    const body = { version: 1, at: null }
    expect(refusal(await sun.post(id, 'approval', body))).toBe('409 entry-unchecked')
    expect((await sun.post(id, 'approval', { ...body, acceptUnchecked: true })).status).toBe(200)
    const records = (await database.scan('audit')).filter(({ subject }) => subject === id)
    expect(JSON.stringify(records.find(({ action }) => action === 'entry-approved'))).toContain('unchecked')
  })

  it('late says nothing of what was written since', async () => {
    const { chen, drafted, wechat } = setUp()
    const draft = await drafted(chen)
    let answer = () => {}
    const late = new Promise<void>((done) => {
      answer = done
    })
    wechat.answer = () => late.then(verdict('risky'))
    const first = chen.save(draft, saying('第一次'))
    const isDone = waitingFor(first)
    // The first save is stored, and waits for WeChat.
    while ((await chen.entry(draft.id)).revision !== 2) expect(isDone()).toBe(false)
    wechat.answer = verdict('pass')
    await chen.save({ id: draft.id, revision: 2 }, saying('第二次'))
    answer()
    expect(parsed(entrySchema, await first)).toMatchObject({ revision: 2, content: saying('第一次') })
    expect(await chen.entry(draft.id)).toMatchObject({
      revision: 3,
      check: 'pass',
      content: saying('第二次'),
    })
  })
})
