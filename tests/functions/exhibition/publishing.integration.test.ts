/** What visitors read is what a second person approved, and nothing else. */
import { type Content, entrySchema } from '../../../functions/exhibition/contract/entries'
import { mediaSchema } from '../../../functions/media/contract'
import type { Block } from '../../../functions/shared/blocks/block'
import { meter } from '../../bench/meter'
import { withDomain } from '../../support/engine/domain-engine'
import { filmOf, mp3Of } from '../../support/samples/recordings'
import { parsed, refusal } from '../../support/worlds/points-world'
import { createMediaWorld } from '../media/kit'
import {
  approvedPicture,
  city,
  createExhibitionWorld,
  type Editor,
  exhibit,
  room,
  smallPicture,
  text,
  withPicture,
} from './kit'

const database = withDomain('exhibition')

const setUp = (options: Parameters<typeof createExhibitionWorld>[1] = {}) => {
  const world = createExhibitionWorld(database, options)
  return { ...world, chen: world.editor('chen'), sun: world.editor('sun') }
}
const path = `/api/exhibition/${city}`

describe('the hall', () => {
  it('shows its galleries and the titles of their exhibits in the order of walking', async () => {
    const { api, chen, sun, published, hall } = setUp()
    await published(
      chen,
      sun,
      room({ gallery: 'games', position: 20, title: '票品与玩法', adultsOnly: true }),
    )
    await published(chen, sun, room())
    const second = await published(chen, sun, exhibit({ position: 20, title: '双色球' }))
    const first = await published(sun, chen, exhibit({ position: 10, title: '第一张' }))
    expect(await hall()).toEqual({
      region: city,
      version: 4,
      galleries: [
        {
          ...{ gallery: 'history', title: '福彩历程', about: '从第一张讲起。', adultsOnly: false },
          exhibits: [
            { id: first.id, title: '第一张' },
            { id: second.id, title: '双色球' },
          ],
        },
        {
          ...{ gallery: 'games', title: '票品与玩法', about: '从第一张讲起。', adultsOnly: true },
          exhibits: [],
        },
      ],
    })
    // The hall's document is kept beside those of the galleries.
    expect(refusal(await api.get(`${path}/galleries/hall`))).toBe('404 unknown-gallery')
  })

  it('is not there before anything was published, nor is a gallery', async () => {
    const { api, chen, drafted } = setUp()
    await drafted(chen, room({ gallery: 'stories' }))
    expect(refusal(await api.get('/api/exhibition/320900'))).toBe('404 unknown-exhibition')
    expect(refusal(await api.get(`${path}/galleries/stories`))).toBe('404 unknown-gallery')
  })
})

describe('a gallery', () => {
  it('shows its exhibits with their blocks, and of pictures the renditions with their sizes', async () => {
    const { chen, sun, published, gallery } = setUp()
    const { id: media } = await approvedPicture(database)
    await published(chen, sun, room({ gallery: 'stories', title: '人物故事' }))
    const words = { description: '票面', caption: '第一张' }
    const shown = { id: 'p', type: 'picture', media, ...words } as const
    const set: Block = { id: 's', type: 'pictures', pictures: [{ media, ...words }] }
    const story = exhibit({ gallery: 'stories', title: '五百万', blocks: [text('一张票'), shown, set] })
    const { id } = await published(chen, sun, story)
    const file = {
      ...{ id: media, kind: 'picture', width: 40, height: 30, seconds: null },
      renditions: ['webp', 'png'].map((form) => ({
        ...{ src: `/media/${media}/40.${form}`, type: `image/${form}`, width: 40, height: 30 },
        bytes: expect.any(Number),
      })),
    }
    expect(await gallery('stories')).toMatchObject({
      ...{ region: city, gallery: 'stories', title: '人物故事', adultsOnly: false },
      exhibits: [
        {
          ...{ id, title: '五百万' },
          blocks: [
            { id: 'a', type: 'text', text: '一张票' },
            { id: 'p', type: 'picture', media: file, ...words },
            { id: 's', type: 'pictures', pictures: [{ media: file, ...words }] },
          ],
        },
      ],
    })
  })

  it('is answered to whoever has it by one read of half a unit, and kept by CloudFront', async () => {
    const client = database.client()
    const counted = meter(client)
    const { api, chen, sun, published } = setUp({ client })
    await published(chen, sun, room({ gallery: 'stations', title: '爱心驿站' }))
    const target = `${path}/galleries/stations`
    const first = await api.get(target, { 'accept-encoding': 'br' })
    expect(first.headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'public, max-age=30' })
    const { etag = '' } = first.headers
    expect(etag).toMatch(/^"/)
    counted.take()
    const repeated = await api.get(target, { 'accept-encoding': 'br', 'if-none-match': etag })
    expect({ status: repeated.status, ...counted.take() }).toEqual({
      ...{ status: 304, requests: 1, readUnits: 0.5, writeUnits: 0 },
    })
    await published(chen, sun, exhibit({ gallery: 'stations', title: '暖屋' }))
    const changed = await api.get(target, { 'accept-encoding': 'br', 'if-none-match': etag })
    expect(changed.status).toBe(200)
    expect(changed.headers.etag).not.toBe(etag)
  })

  it('is the same in every coding', async () => {
    const { api, chen, sun, published } = setUp()
    await published(chen, sun, room({ gallery: 'rational', title: '理性购彩' }))
    const read = (coding: string) => api.get(`${path}/galleries/rational`, { 'accept-encoding': coding })
    const [br, gzip, plain] = [await read('br'), await read('gzip'), await read('identity')]
    expect(gzip.json()).toEqual(br.json())
    expect(plain.json()).toEqual(br.json())
  })
})

describe('publication', () => {
  it('takes another person than its writer, who is refused even with every power', async () => {
    const { chen, sun, submitted } = setUp()
    const { id, review } = await submitted(chen)
    const body = { version: review?.version, at: null }
    expect(refusal(await chen.post(id, 'approval', body))).toBe('403 own-entry')
    expect((await sun.post(id, 'approval', body)).status).toBe(200)
  })

  it('is of the version that the second person read', async () => {
    const { chen, sun, submitted } = setUp()
    const { id } = await submitted(chen)
    expect(refusal(await sun.post(id, 'approval', { version: 2, at: null }))).toBe('409 entry-conflict')
  })

  it('is not of what lacks the description of a picture, which is named', async () => {
    const { chen, drafted } = setUp()
    const picture = { id: 'p', type: 'picture', media: `${city}-1`, description: ' ', caption: '' } as const
    const { id, revision } = await drafted(chen, exhibit({ blocks: [picture] }))
    const answer = await chen.post(id, 'submission', { revision })
    expect(refusal(answer)).toBe('422 entry-incomplete')
    expect(answer.json()).toMatchObject({
      current: { id, findings: [{ block: 'p', field: 'description', code: 'description-missing' }] },
    })
  })

  it('is not of a gallery of games that minors would see', async () => {
    const { chen, drafted } = setUp()
    const { id, revision } = await drafted(chen, room({ gallery: 'games', adultsOnly: false }))
    const answer = await chen.post(id, 'submission', { revision })
    expect(refusal(answer)).toBe('422 entry-incomplete')
    expect(answer.json()).toMatchObject({
      current: { findings: [{ block: '', field: 'adultsOnly', code: 'adults-only' }] },
    })
  })

  it('is not of what the law forbids to say: it is saved and pointed out, and refused with place and rule', async () => {
    const { chen, drafted } = setUp()
    const picture = {
      id: 'p',
      type: 'picture',
      media: `${city}-1`,
      description: '必中的一张',
      caption: '',
    } as const
    const blocks = [text('本馆不预测号码。'), picture, text('有走势图。', 'b')]
    const draft = await drafted(chen, exhibit({ title: '手机购彩', blocks }))
    expect(draft.wording).toEqual([
      { block: null, at: null, field: 'title', rule: 'online-sale', isRefused: true, words: '手机购彩' },
      { block: 'p', at: 1, field: 'description', rule: 'certain-win', isRefused: true, words: '必中' },
      { block: 'b', at: 2, field: 'text', rule: 'trend', isRefused: false, words: '走势图' },
    ])
    const answer = await chen.post(draft.id, 'submission', { revision: draft.revision })
    expect(refusal(answer)).toBe('422 entry-wording')
    expect(answer.json()).toMatchObject({
      errors: [
        { field: 'content.title', message: 'online-sale' },
        { field: 'content.blocks.1.description', message: 'certain-win' },
      ],
      current: { id: draft.id, wording: draft.wording },
    })
    const mended = exhibit({ blocks: [text('本馆不预测号码。'), text('有走势图。', 'b')] })
    const { revision } = parsed(entrySchema, await chen.save(draft, mended))
    expect((await chen.post(draft.id, 'submission', { revision })).status).toBe(200)
  })

  it('is refused to staff of another city, and to those without the power', async () => {
    const { editor, chen, submitted } = setUp()
    const { id } = await submitted(chen)
    const body = { version: 1, at: null }
    expect(refusal(await editor('zhao', '320800').post(id, 'approval', body))).toBe('403 forbidden')
    expect(refusal(await editor('zhao', city, ['gifts', 'admin']).post(id, 'approval', body))).toBe(
      '403 forbidden',
    )
  })

  it('sent again gets the same answer, and so do creation and submission', async () => {
    const { chen, sun, key } = setUp()
    const asked = key()
    const first = (await chen.create(exhibit(), asked)).json()
    expect((await chen.create(exhibit(), asked)).json()).toEqual(first)
    expect(refusal(await chen.create(exhibit({ title: '另一个' }), asked))).toBe('409 idempotency-key-reused')
    const { id } = parsed(entrySchema, await chen.create(exhibit(), asked))
    const submit = () => chen.post(id, 'submission', { revision: 1 })
    expect((await submit()).json()).toEqual((await submit()).json())
    const approve = () => sun.post(id, 'approval', { version: 1, at: null })
    expect((await approve()).json()).toEqual((await approve()).json())
  })
})

describe('a recording and a film', () => {
  it('are in their gallery with an address, a length and a size, once another person has approved them', async () => {
    const { chen, sun, published, gallery } = setUp()
    const media = createMediaWorld(database)
    const approved = async (type: 'audio/mpeg' | 'video/mp4', bytes: Uint8Array) => {
      const { id } = await media.ready(media.editor('chen'), type, bytes)
      await media.editor('sun').decide(id, true)
      return id
    }
    const [sound, film] = [await approved('audio/mpeg', mp3Of()), await approved('video/mp4', filmOf())]
    const spoken = { title: '口述', transcript: '大家好。' }
    const captioned = { title: '开奖', captions: [{ from: 0, until: 2, text: '开始了' }], poster: null }
    await published(chen, sun, room({ gallery: 'stations' }))
    await published(
      ...([chen, sun] as const),
      exhibit({
        gallery: 'stations',
        blocks: [
          { id: 'r', type: 'audio', media: sound, ...spoken },
          { id: 'f', type: 'video', media: film, ...captioned },
        ],
      }),
    )
    const src = (id: string, name: string) => ({ renditions: [{ src: `/media/${id}/${name}` }] })
    expect(await gallery('stations')).toMatchObject({
      exhibits: [
        {
          blocks: [
            { media: { kind: 'audio', seconds: 2.6, ...src(sound, 'sound.mp3') }, ...spoken },
            {
              media: { kind: 'video', seconds: 4, width: 640, height: 360, ...src(film, 'film.mp4') },
              ...captioned,
            },
          ],
        },
      ],
    })
  })

  it('without transcript and captions are not submitted, which is said of each', async () => {
    const { chen, drafted } = setUp()
    const media = `${city}-1`
    const blocks: Block[] = [
      { id: 'r', type: 'audio', media, title: '口述', transcript: ' ' },
      { id: 'f', type: 'video', media, title: '开奖', captions: [], poster: null },
    ]
    const { id, revision } = await drafted(chen, exhibit({ blocks }))
    const answer = await chen.post(id, 'submission', { revision })
    expect(refusal(answer)).toBe('422 entry-incomplete')
    expect(answer.json()).toMatchObject({
      current: {
        findings: [
          { block: 'r', field: 'transcript', code: 'transcript-missing' },
          { block: 'f', field: 'captions', code: 'captions-missing' },
        ],
      },
    })
  })
})

describe('a picture', () => {
  it('that waits for a second person keeps its exhibit from being published, now or by a schedule, until it is approved', async () => {
    const { chen, sun, submitted } = setUp()
    const pictures = createMediaWorld(database)
    const { id: media } = await pictures.ready(pictures.editor('chen'), 'image/png', await smallPicture())
    const { id } = await submitted(chen, withPicture(media))
    const approve = (at: string | null = null) => sun.post(id, 'approval', { version: 1, at })
    expect(refusal(await approve())).toBe('409 media-waits')
    expect(refusal(await approve('2026-12-24T02:00:00.000Z'))).toBe('409 media-waits')
    // For whoever wrote it that is the reason, whatever its pictures are.
    expect(refusal(await chen.post(id, 'approval', { version: 1, at: null }))).toBe('403 own-entry')
    await pictures.editor('sun').decide(media, true)
    expect((await approve()).status).toBe(200)
  })

  it('that was refused, is not there, is of another city or no picture is found by who submits, and by who approves', async () => {
    const { chen, sun, drafted, submitted } = setUp()
    const pictures = createMediaWorld(database)
    const refused = await pictures.ready(pictures.editor('chen'), 'image/png', await smallPicture())
    const { id } = await submitted(chen, withPicture(refused.id))
    await pictures.editor('sun').decide(refused.id, false)
    expect(refusal(await sun.post(id, 'approval', { version: 1, at: null }))).toBe('409 media-unusable')

    const submission = async (by: Editor, content: Content) => {
      const entry = await drafted(by, content)
      return refusal(await by.post(entry.id, 'submission', { revision: entry.revision }))
    }
    const approved = await approvedPicture(database)
    const spoken = {
      id: 'r',
      type: 'audio',
      media: approved.id,
      title: '口述',
      transcript: '大家好。',
    } as const
    for (const content of [
      withPicture(refused.id),
      withPicture(`${city}-nowhere`),
      exhibit({ blocks: [spoken] }),
    ])
      expect(await submission(chen, content)).toBe('409 media-unusable')
    const elsewhere = createExhibitionWorld(database, { region: '320800' })
    const far = await elsewhere.drafted(elsewhere.editor('zhao'), withPicture(approved.id))
    const answer = await elsewhere.editor('zhao').post(far.id, 'submission', { revision: far.revision })
    expect(refusal(answer)).toBe('409 media-unusable')
  })
})

describe('a picture that a text names', () => {
  const month = 30 * 86_400_000
  const setUpPictures = async () => {
    const world = setUp()
    const pictures = createMediaWorld(database)
    const { id: media } = await pictures.ready(pictures.editor('chen'), 'image/png', await smallPicture())
    await pictures.editor('sun').decide(media, true)
    const swept = async () => {
      for (const { time } of [world, pictures]) time.now += month
      await pictures.sweep()
      return parsed(mediaSchema, await pictures.editor('sun').show(media)).state
    }
    return { ...world, pictures, media, swept }
  }

  it('is kept while a draft names it, and some time after the draft does no more', async () => {
    const { chen, drafted, media, swept } = await setUpPictures()
    const entry = await drafted(chen, exhibit())
    const named = parsed(entrySchema, await chen.save(entry, withPicture(media)))
    expect(await swept()).toBe('approved')
    expect(await swept()).toBe('approved')
    expect((await chen.save(named, exhibit())).status).toBe(200)
    expect(await swept()).toBe('removed')
  })

  it('is kept for good once a version names it, for that can be restored', async () => {
    const { chen, sun, media, published, swept } = await setUpPictures()
    const entry = await published(chen, sun, withPicture(media))
    expect((await chen.save(await chen.entry(entry.id), exhibit())).status).toBe(200)
    expect([await swept(), await swept()]).toEqual(['approved', 'approved'])
  })

  it('and that is removed already keeps the text from being submitted', async () => {
    const { chen, drafted, media, swept } = await setUpPictures()
    expect(await swept()).toBe('removed')
    const { id, revision } = await drafted(chen, withPicture(media))
    expect(refusal(await chen.post(id, 'submission', { revision }))).toBe('409 media-unusable')
  })

  it('and that WeChat calls risky late is in no document after the next run of the schedule', async () => {
    const { chen, sun, published, submitted, approve, sweep, gallery } = setUp()
    const pictures = createMediaWorld(database)
    pictures.checks.plan({ pushes: 0 })
    const { id: media } = await pictures.ready(pictures.editor('chen'), 'image/png', await smallPicture())
    pictures.time.now += 30 * 60_000
    await pictures.editor('sun').decide(media, true)
    await published(chen, sun, room())
    const { id } = await approve(sun, await submitted(chen, withPicture(media)))
    const blocks = async () => (await gallery()).exhibits.find((one) => one.id === id)?.blocks
    expect(await blocks()).toHaveLength(1)
    const [{ trace = '' } = {}] = pictures.checks.asked()
    await pictures.checks.push(trace, { suggest: 'risky' })
    expect(await sweep()).toMatchObject({ takenOff: 1, failed: 0 })
    expect(await blocks()).toEqual([])
    expect(await sweep()).toMatchObject({ takenOff: 0 })
  })
})

it('what was submitted is a task for whoever may publish, until it is decided or sent back', async () => {
  const { chen, sun, submitted, approve } = setUp()
  const first = await submitted(chen)
  const second = await submitted(chen, exhibit({ title: '第二张' }))
  expect((await sun.tasks()).sort()).toEqual([`entry ${first.id}`, `entry ${second.id}`].sort())
  await approve(sun, first)
  await sun.post(second.id, 'return', { version: 1, reason: '差一张图' })
  expect(await sun.tasks()).toEqual([])
})

it('a gallery is set up once in a city', async () => {
  const { chen, sun } = setUp()
  await chen.create(room({ gallery: 'footprints' }))
  expect(refusal(await sun.create(room({ gallery: 'footprints' })))).toBe('409 entry-exists')
})
