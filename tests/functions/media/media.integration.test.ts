/** An editor's picture is seen by the public once it was coded anew and another person has looked at it. */
import sharp from 'sharp'
import { systemId } from '../../../functions/audit/contract'
import {
  decidedMediaResponseSchema,
  mediaListResponseSchema,
  mediaSchema,
  uploadResponseSchema,
} from '../../../functions/media/contract'
import { mediaReads, mediaUses } from '../../../functions/media/fragments'
import { mediaReadsGrant } from '../../../functions/media/grants'
import { withDomain } from '../../support/engine/domain-engine'
import { openRecorded } from '../../support/engine/recorded-table'
import { bombOf, pictureOf } from '../../support/samples/pictures'
import { filmOf, mp3Of, pdfOf } from '../../support/samples/recordings'
import { parsed, refusal } from '../../support/worlds/points-world'
import { city, createMediaWorld } from './kit'

const database = withDomain('media')

const setUp = () => {
  const world = createMediaWorld(database)
  return { ...world, chen: world.editor('chen'), sun: world.editor('sun') }
}
const day = 86_400_000
const small = { width: 40, height: 30 }
/** Keys of what anybody may see. */
const served = ({ objects }: ReturnType<typeof setUp>) =>
  [...objects.all.keys()].filter((key) => key.startsWith('media/'))
const tasksOf = async (id: string) =>
  (await database.scan('tasks')).filter((task) => JSON.stringify(task).includes(id))

describe('an upload', () => {
  it('goes to the quarantine by a form that is for it alone, and waits', async () => {
    const { chen } = setUp()
    const { media, form } = parsed(uploadResponseSchema, await chen.ask('image/png', 100))
    expect(media).toMatchObject({ region: city, state: 'waiting', by: chen.id, renditions: [], width: null })
    expect(form.fields).toEqual({ key: `quarantine/${media.id}`, 'content-type': 'image/png' })
  })

  it('that was cut off gets a new form for the same file by the same key; another file needs another key', async () => {
    const { chen, sun, key } = setUp()
    const asked = key()
    const [first, second] = [await chen.ask('image/png', 100, asked), await chen.ask('image/png', 100, asked)]
    expect(parsed(uploadResponseSchema, second).media).toEqual(parsed(uploadResponseSchema, first).media)
    expect(refusal(await chen.ask('image/png', 101, asked))).toBe('409 idempotency-key-reused')
    expect(refusal(await sun.ask('image/png', 100, asked))).toBe('409 idempotency-key-reused')
  })

  it('is refused where its type or its size could not be shown', async () => {
    const { chen } = setUp()
    expect(refusal(await chen.ask('image/svg+xml', 100))).toBe('400 invalid-request')
    expect(refusal(await chen.ask('image/png', 8 * 1024 * 1024 + 1))).toBe('400 invalid-request')
    expect(refusal(await chen.ask('image/png', 0))).toBe('400 invalid-request')
  })

  it('is finished once it is there; nothing else of it is known after a day', async () => {
    const { chen, time } = setUp()
    const { media } = parsed(uploadResponseSchema, await chen.ask('image/png', 100))
    expect(refusal(await chen.finish(media.id))).toBe('409 media-missing')
    time.now += day
    expect(refusal(await chen.finish(media.id))).toBe('404 unknown-media')
  })

  it('whose content is another than was said leaves it waiting, and is in no rendition', async () => {
    const { chen, uploaded, objects } = setUp()
    const png = await pictureOf('image/png', small)
    const id = await uploaded(chen, 'image/jpeg', png)
    expect(refusal(await chen.finish(id))).toBe('422 media-content')
    expect(parsed(mediaSchema, await chen.show(id)).state).toBe('waiting')
    expect([...objects.all.keys()]).toEqual([`quarantine/${id}`])
    await objects.write(`quarantine/${id}`, {
      ...{ bytes: await pictureOf('image/jpeg', small), type: 'image/jpeg', caching: '' },
    })
    expect(parsed(mediaSchema, await chen.finish(id)).state).toBe('ready')
  })

  it.each<[string, (picture: Buffer) => Buffer]>([
    ['an archive behind its end', (picture) => Buffer.concat([picture, Buffer.from('PK\u0003\u0004')])],
    ['its second half cut off', (picture) => picture.subarray(0, picture.length / 2)],
    ['a drawing in its place', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['more pixels than memory', () => bombOf({ width: 9_000, height: 9_000 })],
  ])('with %s is refused with a problem that says so, and nothing is made of it', async (_, altered) => {
    const { chen, uploaded, objects } = setUp()
    const bytes = altered(await pictureOf('image/png', small))
    const id = await uploaded(chen, 'image/png', bytes)
    expect(refusal(await chen.finish(id))).toBe('422 media-content')
    expect([...objects.all.keys()]).toEqual([`quarantine/${id}`])
  })

  it('has renditions at several widths once it is finished, in WebP and its own type, with their sizes', async () => {
    const { chen, ready } = setUp()
    const media = await ready(chen, 'image/jpeg', await pictureOf('image/jpeg'))
    expect([media.width, media.height]).toEqual([2000, 1500])
    expect(media.renditions.map(({ type, width, height }) => `${width}×${height} ${type}`)).toEqual([
      ...['360×270 image/webp', '360×270 image/jpeg', '720×540 image/webp', '720×540 image/jpeg'],
      ...['1440×1080 image/webp', '1440×1080 image/jpeg'],
    ])
  })

  it('that is finished twice at once has one task, one record, and the renditions of whichever was first', async () => {
    const { chen, sun, uploaded, during, objects } = setUp()
    const [first, second] = [await pictureOf('image/png', small), await pictureOf('image/png', small)]
    const id = await uploaded(chen, 'image/png', first)
    during.rendering = async () => {
      during.rendering = async () => {}
      await chen.finish(id)
      // In its place before the slower of the two reads it.
      await objects.write(`quarantine/${id}`, { bytes: second, type: 'image/png', caching: '' })
    }
    const late = parsed(mediaSchema, await chen.finish(id))
    expect({ ...late, usedBy: [] }).toEqual(parsed(mediaSchema, await chen.show(id)))
    expect(await tasksOf(id)).toHaveLength(1)
    const records = (await database.scan('audit')).filter(
      ({ action, subject }) => action === 'media-uploaded' && subject === id,
    )
    expect(records).toHaveLength(1)
    await sun.decide(id, true)
    const pixels = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer()
    const shown = objects.all.get(`media/${id}/40.png`)?.bytes ?? new Uint8Array()
    expect((await pixels(shown)).equals(await pixels(first))).toBe(true)
  })
})

describe('what the public may see', () => {
  it('is nothing before another person has approved it, and every rendition afterwards', async () => {
    const world = setUp()
    const { chen, sun, ready, objects } = world
    const media = await ready(chen, 'image/png', await pictureOf('image/png', small))
    expect(served(world)).toEqual([])
    expect(media.renditions[0]?.src).toMatch(/^https:\/\/bucket\.test\/review\/.*seconds=600$/)
    const approved = parsed(mediaSchema, await sun.decide(media.id, true))
    expect(approved).toMatchObject({ state: 'approved', decided: { by: sun.id } })
    expect(approved.renditions.map(({ src }) => src)).toEqual([
      `/media/${media.id}/40.webp`,
      `/media/${media.id}/40.png`,
    ])
    expect(served(world).sort()).toEqual([`media/${media.id}/40.png`, `media/${media.id}/40.webp`])
    expect(objects.all.get(`media/${media.id}/40.webp`)?.caching).toBe(
      'public, max-age=31536000, s-maxage=300, immutable',
    )
  })

  it('is decided by nobody who uploaded it, even with the power, and once', async () => {
    const world = setUp()
    const { chen, sun, ready, editor } = world
    const { id } = await ready(chen, 'image/png', await pictureOf('image/png', small))
    expect(refusal(await chen.decide(id, true))).toBe('403 own-media')
    expect(refusal(await editor('other', city, ['gifts']).decide(id, true))).toBe('403 forbidden')
    expect(refusal(await editor('far', '320800').decide(id, true))).toBe('403 forbidden')
    expect(parsed(mediaSchema, await sun.decide(id, false)).state).toBe('refused')
    expect(refusal(await sun.decide(id, true))).toBe('409 media-state')
    expect(served(world)).toEqual([])
  })

  it('is for whoever keeps gifts decided by another who keeps gifts, and is their task', async () => {
    const { ready, editor, api, sun } = setUp()
    const [he, wu] = [editor('he', city, ['gifts']), editor('wu', city, ['gifts'])]
    const png = await pictureOf('image/png', small)
    expect(refusal(await he.ask('image/png', 100))).toBe('403 forbidden')
    expect(refusal(await sun.ask('image/png', 100, undefined, { power: 'gifts' }))).toBe('403 forbidden')
    const media = await ready(he, 'image/png', png, { power: 'gifts' })
    expect(media.power).toBe('gifts')
    expect((await tasksOf(media.id)).map(({ PK }) => String(PK).includes('gifts'))).toEqual([true])
    expect(refusal(await sun.decide(media.id, true))).toBe('403 forbidden')
    expect(refusal(await he.decide(media.id, true))).toBe('403 own-media')
    expect(parsed(mediaSchema, await wu.decide(media.id, true)).state).toBe('approved')
    expect(await tasksOf(media.id)).toEqual([])
    expect((await api.get(`/api/staff/media/${media.id}`)).status).toBe(401)
  })

  it('is what the second person looked at: an upload in its place afterwards changes nothing', async () => {
    const { chen, sun, ready, objects } = setUp()
    const { id } = await ready(chen, 'image/png', await pictureOf('image/png', small))
    const other = await pictureOf('image/png', { width: 50, height: 50 })
    await objects.write(`quarantine/${id}`, { bytes: other, type: 'image/png', caching: '' })
    await chen.finish(id)
    expect(parsed(mediaSchema, await sun.decide(id, true))).toMatchObject({ width: 40, height: 30 })
    expect(objects.all.has(`media/${id}/50.png`)).toBe(false)
  })

  it('waits on after an approval that was cut off, until anybody who may approve it does so again', async () => {
    const world = setUp()
    const { chen, sun, editor, ready, objects } = world
    const { id } = await ready(chen, 'image/png', await pictureOf('image/png', small))
    const { copy } = objects
    objects.copy = async () => {
      throw new Error('cut off')
    }
    expect((await sun.decide(id, true)).status).toBe(500)
    objects.copy = copy
    const { readMedia } = mediaReads(database.tableOf('media'), () => world.time.now)
    expect((await readMedia([id])).get(id)?.state).toBe('ready')
    expect(parsed(mediaSchema, await chen.show(id))).toMatchObject({ state: 'ready', decided: null })
    expect(await tasksOf(id)).toHaveLength(1)
    expect(refusal(await chen.decide(id, true))).toBe('409 media-state')
    const repeated = parsed(mediaSchema, await editor('zhou').decide(id, true))
    expect(repeated).toMatchObject({ state: 'approved', decided: { by: sun.id } })
    expect((await readMedia([id])).get(id)?.state).toBe('approved')
    expect([served(world).length, await tasksOf(id)]).toEqual([2, []])
  })

  it('stays, while what nobody decided about is gone after thirty days with its task', async () => {
    const { chen, sun, ready, time } = setUp()
    const png = await pictureOf('image/png', small)
    const [kept, forgotten] = [await ready(chen, 'image/png', png), await ready(chen, 'image/png', png)]
    await sun.decide(kept.id, true)
    time.now += 30 * day
    expect(parsed(mediaSchema, await chen.show(kept.id)).state).toBe('approved')
    expect(refusal(await sun.decide(forgotten.id, true))).toBe('404 unknown-media')
  })
})

describe('what staff see of pictures', () => {
  it('is what was said of them, and why one was refused, which has to be said', async () => {
    const { chen, sun, uploaded } = setUp()
    const png = await pictureOf('image/png', small)
    const id = await uploaded(chen, 'image/png', png, { description: '一张绿色的票' })
    expect(parsed(mediaSchema, await chen.finish(id)).description).toBe('一张绿色的票')
    expect(await tasksOf(id)).toMatchObject([{ facts: { description: '一张绿色的票' } }])
    expect(refusal(await sun.decide(id, false, ''))).toBe('400 invalid-request')
    expect(refusal(await sun.decideAs(id, { approve: false }))).toBe('400 invalid-request')
    const refused = parsed(mediaSchema, await sun.decide(id, false, '拍糊了，换一张'))
    expect(refused.decided).toMatchObject({ by: sun.id, reason: '拍糊了，换一张' })
    const [record] = (await database.scan('audit')).filter(
      ({ action, subject }) => action === 'media-refused' && subject === id,
    )
    expect(JSON.stringify(record)).toContain('拍糊了，换一张')
  })

  it('is those of their city that they name, waiting ones by signed addresses', async () => {
    const { chen, sun, ready, editor } = setUp()
    const png = await pictureOf('image/png', small)
    const [waits, approved] = [await ready(chen, 'image/png', png), await ready(chen, 'image/png', png)]
    await sun.decide(approved.id, true)
    const listed = parsed(
      mediaListResponseSchema,
      await chen.list([waits.id, approved.id, `${city}-no`]),
    ).media
    expect(new Map(listed.map(({ id, state, renditions }) => [id, [state, renditions[0]?.src]]))).toEqual(
      new Map([
        [waits.id, ['ready', expect.stringContaining('seconds=600')]],
        [approved.id, ['approved', `/media/${approved.id}/40.webp`]],
      ]),
    )
    expect(parsed(mediaListResponseSchema, await editor('far', '320800').list([waits.id])).media).toEqual([])
  })
})

describe('a recording or a film', () => {
  it('waits with its length and its size, and lies where the public reads once another person has approved it', async () => {
    const world = setUp()
    const { chen, sun, ready } = world
    const film = await ready(chen, 'video/mp4', filmOf({ seconds: 5 }))
    expect(film).toMatchObject({
      ...{ state: 'ready', width: 640, height: 360, seconds: 5 },
      renditions: [{ type: 'video/mp4', width: 640, height: 360 }],
    })
    expect(refusal(await chen.decide(film.id, true))).toBe('403 own-media')
    await sun.decide(film.id, true)
    expect(served(world)).toEqual([`media/${film.id}/film.mp4`])
  })

  it('that phones do not play is refused for that, and waits for another', async () => {
    const { chen, uploaded } = setUp()
    const id = await uploaded(chen, 'video/mp4', filmOf({ codec: 'hvc1' }))
    expect(refusal(await chen.finish(id))).toBe('422 media-codec')
    expect(parsed(mediaSchema, await chen.show(id)).state).toBe('waiting')
  })

  it('has what is said in it beside it for whoever decides, and nobody else; with other words it is another upload', async () => {
    const { chen, sun, key, objects, time } = setUp()
    const bytes = mp3Of()
    const asked = key()
    const said = { description: '口述：第一天', words: '大家好。\n我是站长。' }
    const ask = (more: object) => chen.ask('audio/mpeg', bytes.length, asked, more)
    const { media } = parsed(uploadResponseSchema, await ask(said))
    expect((await ask(said)).status).toBe(200)
    expect(refusal(await ask({ ...said, words: '大家好。' }))).toBe('409 idempotency-key-reused')
    expect(refusal(await ask({ description: said.description }))).toBe('409 idempotency-key-reused')
    await objects.write(`quarantine/${media.id}`, { bytes, type: 'audio/mpeg', caching: '' })
    await chen.finish(media.id)
    expect(parsed(mediaSchema, await sun.show(media.id)).words).toBe(said.words)
    const [listed] = parsed(mediaListResponseSchema, await chen.list([media.id])).media
    expect([listed?.seconds, listed?.words]).toEqual([2.6, undefined])
    expect(refusal(await chen.ask('audio/mpeg', 100, key(), { words: '打 13812345678 找我' }))).toBe(
      '422 personal-number',
    )
    const [kept] = (await database.scan('media')).filter(
      ({ SK, PK }) => SK === 'words' && PK === `media#${media.id}`,
    )
    expect(Number(kept?.expiresAt) * 1000 - time.now).toBe(31 * day)
  })
})

describe('a document', () => {
  it('is shown as it is read once another person has approved it, and is of a kind of its own', async () => {
    const world = setUp()
    const { chen, sun, ready, time } = world
    const { id } = await ready(chen, 'application/pdf', pdfOf())
    await sun.decide(id, true)
    expect(served(world)).toEqual([`media/${id}/document.pdf`])
    const { readMedia } = mediaReads(openRecorded(database, 'media').table, () => time.now)
    expect((await readMedia([id])).get(id)?.shown).toMatchObject({
      kind: 'document',
      seconds: null,
      width: null,
    })
  })
})

it('a picture that waits for a second person is a task of whoever may publish, until it is decided', async () => {
  const { chen, sun, ready } = setUp()
  const { id } = await ready(chen, 'image/png', await pictureOf('image/png', small))
  expect(await tasksOf(id)).toMatchObject([{ by: chen.id, facts: { type: 'image/png' } }])
  await sun.decide(id, false)
  expect(await tasksOf(id)).toEqual([])
})

it('other domains read the records of files that they name, and nothing else', async () => {
  const { chen, sun, ready, time } = setUp()
  const { id } = await ready(chen, 'image/png', await pictureOf('image/png', small))
  const { table, touched } = openRecorded(database, 'media')
  const { readMedia } = mediaReads(table, () => time.now)
  expect([...(await readMedia([id, `${city}-nowhere`]))]).toMatchObject([
    [id, { region: city, state: 'ready', shown: { kind: 'picture', width: 40, height: 30 } }],
  ])
  await sun.decide(id, true)
  expect((await readMedia([id])).get(id)?.state).toBe('approved')
  expect(touched()).toEqual(mediaReadsGrant.partitions)
  time.now += 31 * day
  expect((await readMedia([id])).size).toBe(1)
})

describe('what was decided lately', () => {
  it('is listed for whoever holds the power, newest first and page by page', async () => {
    const { chen, sun, ready, editor, time } = setUp()
    const wu = editor('wu', city, ['gifts'])
    const png = await pictureOf('image/png', small)
    const ids: string[] = []
    for (let n = 0; n < 16; n++) {
      const { id } = await ready(chen, 'image/png', png)
      time.now += 1_000
      await sun.decide(id, n > 0)
      ids.unshift(id)
    }
    const first = parsed(decidedMediaResponseSchema, await sun.decided())
    expect(first.decided.slice(0, 15).map(({ id }) => id)).toEqual(ids.slice(0, 15))
    expect(first.decided[0]).toMatchObject({ state: 'approved', by: chen.id, decidedBy: sun.id })
    const rest = parsed(decidedMediaResponseSchema, await sun.decided('publish', first.cursor ?? ''))
    expect(rest.decided[0]).toMatchObject({ id: ids[15], state: 'refused' })
    expect(parsed(decidedMediaResponseSchema, await wu.decided('gifts')).decided).toEqual([])
    expect(refusal(await wu.decided('publish'))).toBe('403 forbidden')
    expect(refusal(await sun.decided('publish', 'x'))).toBe('400 invalid-request')
  })
})

describe('an approved file', () => {
  const month = 30 * day
  const approved = async (world: ReturnType<typeof setUp>) => {
    const { id } = await world.ready(world.chen, 'image/png', await pictureOf('image/png', small))
    await world.sun.decide(id, true)
    return id
  }
  const usesOf = ({ context, time }: ReturnType<typeof setUp>) =>
    mediaUses(context.tableOf('media'), 'exhibition', () => time.now)
  const isThere = (world: ReturnType<typeof setUp>, id: string) =>
    served(world).some((key) => key.startsWith(`media/${id}/`))

  it('that nobody has used for thirty days is removed with its renditions, on record, and no more to be used', async () => {
    const world = setUp()
    const { sun, time, sweep } = world
    const id = await approved(world)
    time.now += month - 1
    expect(await sweep()).toMatchObject({ removed: 0 })
    expect(isThere(world, id)).toBe(true)
    time.now += 1
    expect(await sweep()).toEqual({ removed: 1, kept: 0, complete: true })
    expect(isThere(world, id)).toBe(false)
    expect(parsed(mediaSchema, await sun.show(id)).state).toBe('removed')
    expect(await usesOf(world).use([id], '371600-exhibit-1')).toEqual([id])
    const [record] = (await database.scan('audit')).filter(({ action }) => action === 'media-removed')
    expect(record).toMatchObject({ by: systemId, subject: id })
    expect(await sweep()).toMatchObject({ removed: 0, kept: 0 })
  })

  it('that is used is kept as long as it is, and thirty days more', async () => {
    const world = setUp()
    const { context, time, sweep } = world
    const uses = usesOf(world)
    const id = await approved(world)
    expect(await uses.use([id], '371600-exhibit-1')).toEqual([])
    const shown = async () => parsed(mediaSchema, await world.sun.show(id)).usedBy
    expect(await shown()).toEqual([{ domain: 'exhibition', subject: '371600-exhibit-1' }])
    time.now += month
    expect(await sweep()).toMatchObject({ removed: 0, kept: 1 })
    time.now += month - 1
    await context.tableOf('media').transact(uses.leaving([id], '371600-exhibit-1'))
    time.now += 1
    expect(await sweep()).toMatchObject({ kept: 1 })
    expect(isThere(world, id)).toBe(true)
    time.now += month
    expect(await shown()).toEqual([])
    expect(await sweep()).toMatchObject({ removed: 1 })
  })

  it('that somebody takes into use while the sweep looks at it stays', async () => {
    const world = setUp()
    const { time, sweep, sun } = world
    const id = await approved(world)
    time.now += month
    let taken: string[] | null = null
    const swept = await sweep((table) => ({
      ...table,
      // Between the look at who uses it and its end.
      updateOne: async (key, change) => {
        taken ??= await usesOf(world).use([id], '371600-exhibit-1')
        return table.updateOne(key, change)
      },
    }))
    expect([swept, taken]).toEqual([{ removed: 0, kept: 1, complete: true }, []])
    expect(isThere(world, id)).toBe(true)
    expect(parsed(mediaSchema, await sun.show(id)).state).toBe('approved')
  })

  it('whose removal was cut off is removed by the next run', async () => {
    const world = setUp()
    const { time, sweep, objects } = world
    const id = await approved(world)
    time.now += month
    const { remove } = objects
    objects.remove = async () => {
      throw new Error('cut off')
    }
    await expect(sweep()).rejects.toThrow('cut off')
    objects.remove = remove
    expect(isThere(world, id)).toBe(true)
    expect(await sweep()).toMatchObject({ removed: 1 })
    expect(isThere(world, id)).toBe(false)
    expect(
      (await database.scan('audit')).filter((one) => one.action === 'media-removed' && one.subject === id),
    ).toHaveLength(1)
  })
})
