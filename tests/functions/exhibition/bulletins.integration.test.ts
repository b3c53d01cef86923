/** Bulletins go the way of every entry, and visitors list, read, search and subscribe to what is public of them. */
import {
  bulletinSchema,
  bulletinSearchResponseSchema,
  bulletinsResponseSchema,
} from '../../../functions/exhibition/contract/bulletins'
import { type Content, entrySchema } from '../../../functions/exhibition/contract/entries'
import { bulletinOf } from '../../../functions/exhibition/rules/bulletins/documents'
import type { Block } from '../../../functions/shared/blocks/block'
import { meter } from '../../bench/meter'
import { withDomain } from '../../support/engine/domain-engine'
import { pdfOf } from '../../support/samples/recordings'
import type { Answer } from '../../support/worlds/api'
import { parsed, refusal } from '../../support/worlds/points-world'
import { createMediaWorld } from '../media/kit'
import { approvedPicture, bulletin, createExhibitionWorld, exhibit, room, text } from './kit'

const database = withDomain('exhibition')
const bodyOf = ({ bytes }: Answer) => bytes.toString()

/** A city for each test: what is public is one list. */
const setUp = (region: string, options: Parameters<typeof createExhibitionWorld>[1] = {}) => {
  const world = createExhibitionWorld(database, { ...options, region })
  const [chen, sun] = [world.editor('chen'), world.editor('sun')]
  const path = `/api/exhibition/${region}`
  const publish = (change: Parameters<typeof bulletin>[0] = {}) =>
    world.published(chen, sun, bulletin(change))
  const list = async (query = '') =>
    parsed(bulletinsResponseSchema, await world.api.get(`${path}/bulletins${query}`))
  const titles = async (query = '') => (await list(query)).bulletins.map(({ title }) => title)
  const search = async (q: string) =>
    parsed(
      bulletinSearchResponseSchema,
      await world.api.get(`${path}/bulletin-search?q=${encodeURIComponent(q)}`),
    )
  const foundBy = async (q: string) => (await search(q)).found.map(({ id }) => id)
  return { ...world, path, chen, sun, publish, list, titles, search, foundBy }
}

describe('bulletins', () => {
  it('are listed from the newest day on, by category, page by page, without their texts', async () => {
    const { publish, titles, list } = setUp('370100')
    await publish({ title: '二', date: '2026-02-01' })
    await publish({ title: '三', date: '2026-03-01', category: 'notice' })
    await publish({ title: '一', date: '2026-01-01' })
    expect(await titles()).toEqual(['三', '二', '一'])
    expect(await titles('?category=funding')).toEqual(['二', '一'])
    expect(await titles('?category=honour')).toEqual([])
    for (let i = 0; i < 19; i++) await publish({ title: `多 ${i}`, date: '2025-06-01' })
    const first = await list()
    const second = await list(`?cursor=${first.cursor}`)
    expect([first.bulletins.length, second.bulletins.length, second.cursor]).toEqual([20, 2, null])
    expect(JSON.stringify(first)).not.toContain('清江浦')
  })

  it('are read one by one, with attachments and honour, and not in a city that has none', async () => {
    const { api, publish, path, list } = setUp('370200')
    const honour = { who: '快乐吧', award: '青年文明号', year: 2026 }
    const attachments = [{ title: '公示名单', address: 'https://example.org/a.pdf' }]
    const { id } = await publish({ category: 'honour', honour, attachments })
    expect(parsed(bulletinSchema, await api.get(`${path}/bulletins/${id}`))).toEqual({
      ...{ region: '370200', id, category: 'honour', title: '秋季助学金发放完毕', date: '2026-11-20' },
      ...{ summary: '一百名学生拿到助学金。', honour, attachments },
      blocks: [text('清江浦区三十名，淮阴区七十名，每人五千元。')],
    })
    expect((await list()).bulletins).toMatchObject([{ id, honour }])
    expect(refusal(await api.get(`/api/exhibition/370300/bulletins/${id}`))).toBe('404 unknown-bulletin')
    const none = await api.get('/api/exhibition/370300/bulletins')
    expect(none.json()).toEqual({ bulletins: [], cursor: null })
  })

  it('with an attached file are published once that is one that may be shown, and a document', async () => {
    const { api, path, chen, sun, drafted, submitted } = setUp('371600')
    const picture = await approvedPicture(database)
    for (const media of [picture.id, '371600-none']) {
      const attachments = [{ title: '名单', address: '', media }]
      const { id, revision } = await drafted(chen, bulletin({ attachments }))
      const answer = await chen.post(id, 'submission', { revision })
      expect(refusal(answer)).toBe('409 media-unusable')
    }
    const files = createMediaWorld(database)
    const { id: media } = await files.ready(files.editor('chen'), 'application/pdf', pdfOf())
    const attachments = [{ title: '名单', address: '', media }]
    const { id, review } = await submitted(chen, bulletin({ attachments }))
    const approving = () => sun.post(id, 'approval', { version: review?.version, at: null })
    expect(refusal(await approving())).toBe('409 media-waits')
    await files.editor('sun').decide(media, true)
    expect((await approving()).status).toBe(200)
    expect(parsed(bulletinSchema, await api.get(`${path}/bulletins/${id}`)).attachments).toMatchObject([
      { title: '名单', address: `/media/${media}/document.pdf`, file: { type: 'application/pdf' } },
    ])
    const both = { title: '名单', address: 'https://example.org/a.pdf', media: picture.id }
    expect(refusal(await chen.create(bulletin({ attachments: [both] })))).toBe('400 invalid-request')
  })

  it('are shown with an attached file where it lies, and without one that may not be shown', () => {
    const content = bulletin({
      attachments: [
        { title: '名单', address: '', media: '371600-a' },
        { title: '没有了', address: '', media: '371600-b' },
        { title: '别处', address: 'https://example.org/a.pdf' },
      ],
    })
    if (content.kind !== 'bulletin') throw new Error('the builder changed')
    const rendition = { src: '/media/371600-a/1.pdf', type: 'application/pdf', width: null, height: null }
    const file = { id: '371600-a', kind: 'other', width: null, height: null, seconds: null } as const
    const resolved = {
      media: new Map([['371600-a', { ...file, renditions: [{ ...rendition, bytes: 1_200_000 }] }]]),
      bulletins: new Map(),
    }
    expect(bulletinOf('371600', '371600-bulletin-a', content, resolved).attachments).toEqual([
      { title: '名单', address: rendition.src, file: { type: rendition.type, bytes: 1_200_000 } },
      { title: '别处', address: 'https://example.org/a.pdf' },
    ])
  })

  it('change by a second publication alone, and are gone everywhere once they are withdrawn', async () => {
    const { api, chen, sun, publish, approve, path, titles, foundBy } = setUp('370400')
    const kept = await publish({ title: '留下的' })
    const entry = await publish()
    const { id } = entry
    const other = bulletin({ title: '冬季助学金发放完毕', date: '2026-12-20', category: 'activity' })
    const { revision } = parsed(entrySchema, await chen.save(entry, other))
    expect(await titles()).toContain('秋季助学金发放完毕')
    const review = parsed(entrySchema, await chen.post(id, 'submission', { revision }))
    await approve(sun, review)
    expect(await titles()).toEqual(['冬季助学金发放完毕', '留下的'])
    expect(await titles('?category=funding')).toEqual(['留下的'])
    expect([await foundBy('秋季'), await foundBy('冬季')]).toEqual([[], [id]])
    await chen.post(id, 'withdrawal', {})
    expect([await titles(), await foundBy('冬季'), await foundBy('助学金')]).toEqual([
      ['留下的'],
      [],
      [kept.id],
    ])
    expect(refusal(await api.get(`${path}/bulletins/${id}`))).toBe('404 unknown-bulletin')
    for (const ending of ['rss', 'atom', 'json'])
      expect(bodyOf(await api.get(`${path}/bulletins.${ending}`))).not.toContain('冬季')
  })

  it('are public by their schedule, in lists and searches alike', async () => {
    const { chen, sun, submitted, approve, sweep, time, titles, foundBy } = setUp('370500')
    const entry = await submitted(chen, bulletin())
    await approve(sun, entry, '2026-12-01T03:00:00.000Z')
    expect([await titles(), await foundBy('助学金')]).toEqual([[], []])
    time.now = Date.parse('2026-12-01T03:00:30.000Z')
    await sweep()
    expect([await titles(), await foundBy('助学金')]).toEqual([['秋季助学金发放完毕'], [entry.id]])
  })

  it.each<[string, Partial<Extract<Content, { kind: 'bulletin' }>>]>([
    ['summary', { summary: ' ' }],
    ['honour.award', { category: 'honour', honour: { who: '中心', award: '', year: 2026 } }],
    ['honour.who', { category: 'honour', honour: null }],
    ['attachments.0.address', { attachments: [{ title: '名单', address: '' }] }],
  ])('are not submitted without %s', async (field, change) => {
    const { chen, drafted } = setUp('370600')
    const { id, revision } = await drafted(chen, bulletin(change))
    const answer = await chen.post(id, 'submission', { revision })
    expect(refusal(answer)).toBe('422 entry-incomplete')
    const finding = { block: '', field, code: 'text-missing' }
    expect(answer.json()).toMatchObject({ current: { findings: expect.arrayContaining([finding]) } })
  })

  it.each(['http://example.org/a.pdf', 'javascript:alert(1)', 'https://a b'])(
    'have no attachment at %s',
    async (address) => {
      const { chen } = setUp('370700')
      const answer = await chen.create(bulletin({ attachments: [{ title: '名单', address }] }))
      expect(refusal(answer)).toBe('400 invalid-request')
    },
  )
})

describe('feeds', () => {
  it('hold the newest bulletins, of one category where asked, with absolute links', async () => {
    const { api, publish, path } = setUp('370800')
    const { id } = await publish()
    await publish({ title: '休市安排', category: 'notice' })
    const page = `https://fuyi.example/#/exhibition/pages/bulletin/index?id=${id}`
    const types = { rss: 'application/rss+xml', atom: 'application/atom+xml', json: 'application/feed+json' }
    for (const [ending, type] of Object.entries(types)) {
      const answer = await api.get(`${path}/bulletins.${ending}?category=funding`)
      expect(answer.headers['content-type']).toContain(type)
      expect(answer.headers).toMatchObject({
        'cache-control': 'public, max-age=30',
        etag: expect.any(String),
      })
      expect(bodyOf(answer)).toContain(page)
      expect(bodyOf(answer)).not.toContain('休市安排')
      expect(bodyOf(await api.get(`${path}/bulletins.${ending}`))).toContain('休市安排')
    }
    expect(refusal(await api.get('/api/exhibition/370300/bulletins.rss'))).toBe('404 unknown-exhibition')
  })
})

describe('lists, feeds and searches', () => {
  it('are answered to whoever has them by one read of half a unit, until something is published', async () => {
    const client = database.client()
    const counted = meter(client)
    const { api, publish, path } = setUp('370900', { client })
    await publish()
    const targets = ['bulletins', 'bulletins.rss', `bulletin-search?q=${encodeURIComponent('助学金')}`]
    for (const target of targets) {
      const coding = { 'accept-encoding': 'br' }
      const { etag = '' } = (await api.get(`${path}/${target}`, coding)).headers
      counted.take()
      const repeated = await api.get(`${path}/${target}`, { ...coding, 'if-none-match': etag })
      expect({ status: repeated.status, ...counted.take() }).toEqual({
        ...{ status: 304, requests: 1, readUnits: 0.5, writeUnits: 0 },
      })
      await publish({ title: target })
      const changed = await api.get(`${path}/${target}`, { ...coding, 'if-none-match': etag })
      expect(changed.status).toBe(200)
    }
  })

  it('a function that begins reads all words in one request, and later those alone that changed', async () => {
    const client = database.client()
    const counted = meter(client)
    const { publish, foundBy } = setUp('371000', { client })
    for (let i = 0; i < 12; i++) await publish({ title: `第 ${i} 期` })
    const begun = setUp('371000', { client })
    counted.take()
    await begun.foundBy('助学金')
    expect(counted.take().requests).toBe(2)
    await begun.foundBy('五千元')
    expect(counted.take()).toMatchObject({ requests: 1, readUnits: 0.5 })
    await publish({ title: '新的一期' })
    counted.take()
    expect(await begun.foundBy('新的一期')).toHaveLength(1)
    const { requests, readUnits } = counted.take()
    expect([requests, readUnits]).toEqual([2, 1])
    expect(await foundBy('新的一期')).toHaveLength(1)
  })
})

it('what is written of an exhibit is in no list of bulletins', async () => {
  const { chen, sun, published, titles } = setUp('371100')
  await published(chen, sun, exhibit())
  expect(await titles()).toEqual([])
})

describe('a bulletin that texts name', () => {
  const naming = (bulletin: string): Block[] => [text('详见'), { id: 'n', type: 'bulletin', bulletin }]
  const setUpNamed = async (region: string) => {
    const world = setUp(region)
    const { api, chen, sun, path, publish, published, gallery } = world
    const named = await publish({ title: '挂牌' })
    const block = { id: 'n', type: 'bulletin', bulletin: named.id }
    await published(chen, sun, room())
    const inHall = await published(chen, sun, exhibit({ blocks: naming(named.id) }))
    const other = await publish({ title: '另一条', blocks: naming(named.id) })
    const shown = async () => [
      (await gallery()).exhibits.flatMap(({ blocks }) => blocks.slice(1)),
      parsed(bulletinSchema, await api.get(`${path}/bulletins/${other.id}`)).blocks.slice(1),
    ]
    const become = async (change: Parameters<typeof bulletin>[0]) => {
      const saved = parsed(entrySchema, await chen.save(await chen.entry(named.id), bulletin(change)))
      const { id, revision } = saved
      const waits = parsed(entrySchema, await chen.post(id, 'submission', { revision }))
      await world.approve(sun, waits)
    }
    return { ...world, named, block, inHall, other, shown, become }
  }

  it('is shown by its title wherever it is named: another title, none once it is withdrawn, and again', async () => {
    const { sun, named, block, shown, become, hall } = await setUpNamed('371200')
    const both = (title?: string) => {
      const one = title === undefined ? block : { ...block, title }
      return [[one], [one]]
    }
    expect(await shown()).toEqual(both('挂牌'))
    await become({ title: '四十处挂牌' })
    expect(await shown()).toEqual(both('四十处挂牌'))
    await sun.post(named.id, 'withdrawal', {})
    expect(await shown()).toEqual(both())
    await become({ title: '再次公开' })
    expect(await shown()).toEqual(both('再次公开'))
    expect((await hall()).galleries.map(({ gallery }) => gallery)).toEqual(['history'])
  })

  it('leaves galleries alone that name it no more, and where its title stays', async () => {
    const { chen, sun, inHall, gallery, become, approve } = await setUpNamed('371300')
    const { version } = await gallery()
    await become({ title: '挂牌', summary: '另一段摘要' })
    expect((await gallery()).version).toBe(version)
    const draft = await chen.save(await chen.entry(inHall.id), exhibit())
    const { id, revision } = parsed(entrySchema, draft)
    await approve(sun, parsed(entrySchema, await chen.post(id, 'submission', { revision })))
    const without = (await gallery()).version
    await become({ title: '另一个标题' })
    expect((await gallery()).version).toBe(without)
  })

  it('is named by nothing new unless it is public: when submitted, and when approved', async () => {
    const { chen, sun, named, drafted, submitted } = await setUpNamed('371400')
    const waits = await submitted(chen, bulletin({ title: '第三条', blocks: naming(named.id) }))
    await sun.post(named.id, 'withdrawal', {})
    const late = await sun.post(waits.id, 'approval', { version: 1, at: null })
    expect(refusal(late)).toBe('409 bulletin-unusable')
    for (const bulletin of [named.id, '371400-bulletin-none', '320800-bulletin-elsewhere']) {
      const { id, revision } = await drafted(chen, exhibit({ blocks: naming(bulletin) }))
      expect(refusal(await chen.post(id, 'submission', { revision }))).toBe('409 bulletin-unusable')
    }
  })

  it('is not one of eleven in one text', async () => {
    const { chen, named, drafted } = await setUpNamed('371500')
    const blocks = Array.from(
      { length: 11 },
      (_, i): Block => ({ id: `n${i}`, type: 'bulletin', bulletin: named.id }),
    )
    const { findings } = await drafted(chen, exhibit({ blocks }))
    expect(findings).toEqual([{ block: 'n10', field: 'bulletin', code: 'bulletins-many' }])
  })
})
