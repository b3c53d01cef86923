/** Two editors and a reviewer of a city, with what they ask of the exhibition API. */
import { createExhibitionFunction, createExhibitionSweep } from '../../../functions/exhibition'
import { gallerySchema, hallSchema } from '../../../functions/exhibition/contract'
import { type Content, type Entry, entrySchema } from '../../../functions/exhibition/contract/entries'
import { type Media, mediaSchema } from '../../../functions/media/contract'
import type { Power } from '../../../functions/shared/access/access'
import type { Invoke } from '../../../functions/shared/aws/invoke'
import type { Block } from '../../../functions/shared/blocks/block'
import { err, ok } from '../../../functions/shared/result'
import * as z from '../../../functions/shared/zod'
import { createTasksFunction } from '../../../functions/tasks'
import { tasksResponseSchema } from '../../../functions/tasks/contract'
import type { TestDatabase } from '../../support/engine/engine'
import { pictureOf } from '../../support/samples/pictures'
import { type Answer, callerOf } from '../../support/worlds/api'
import { type ContextOptions, testContext } from '../../support/worlds/context'
import { parsed, uuid7 } from '../../support/worlds/points-world'
import { personNamed } from '../../support/worlds/sessions'
import { createMediaWorld } from '../media/kit'

export const city = '371600'
export const firstDay = '2026-12-01T10:00:00+08:00'
const entries = '/api/staff/exhibition/entries'

export const text = (words: string, id = 'a'): Block => ({ id, type: 'text', text: words })
export const exhibit = (change: Partial<Extract<Content, { kind: 'exhibit' }>> = {}): Content => ({
  kind: 'exhibit',
  gallery: 'history',
  position: 10,
  title: '第一张福利彩票',
  blocks: [text('1987 年 7 月 27 日在石家庄开始销售。')],
  ...change,
})
export const room = (change: Partial<Extract<Content, { kind: 'gallery' }>> = {}): Content => ({
  kind: 'gallery',
  gallery: 'history',
  position: 10,
  title: '福彩历程',
  about: '从第一张讲起。',
  adultsOnly: false,
  ...change,
})

export const withPicture = (media: string): Content =>
  exhibit({ blocks: [{ id: 'p', type: 'picture', media, description: '一张绿色的票', caption: '' }] })
export const smallPicture = () => pictureOf('image/png', { width: 40, height: 30 })

/** Uploaded by one and approved by another. */
export const approvedPicture = async (database: TestDatabase): Promise<Media> => {
  const pictures = createMediaWorld(database)
  const { id } = await pictures.ready(pictures.editor('chen'), 'image/png', await smallPicture())
  return parsed(mediaSchema, await pictures.editor('sun').decide(id, true))
}
export const bulletin = (change: Partial<Extract<Content, { kind: 'bulletin' }>> = {}): Content => ({
  kind: 'bulletin',
  title: '秋季助学金发放完毕',
  category: 'funding',
  date: '2026-11-20',
  summary: '一百名学生拿到助学金。',
  blocks: [text('清江浦区三十名，淮阴区七十名，每人五千元。')],
  attachments: [],
  honour: null,
  ...change,
})

export type Editor = {
  id: string
  create: (content: Content, key?: string) => Promise<Answer>
  post: (id: string, action: string, body: unknown) => Promise<Answer>
  get: (target: string) => Promise<Answer>
  /** What is done with files: `check`, `import` or `export`. */
  sheet: (action: string, body: object) => Promise<Answer>
  /** Subjects of what waits for them. */
  tasks: () => Promise<string[]>
  entry: (id: string) => Promise<Entry>
  save: (entry: Pick<Entry, 'id' | 'revision'>, content: Content) => Promise<Answer>
}

/** What the function that talks to WeChat answers; `silent`: it could not be reached in time. */
export const verdict = (said: string) => async () => ok({ ok: true, value: { verdict: said } })
export const silent = async () => err('unavailable' as const)
const passes: () => ReturnType<Invoke> = verdict('pass')

export const createExhibitionWorld = (
  database: TestDatabase,
  {
    region: home = city,
    ...options
  }: Partial<Pick<ContextOptions, 'client' | 'logged'> & { region: string }> = {},
) => {
  const time = { now: Date.parse(firstDay) }
  const { context: plain, sessions } = testContext(database, { ...options, clock: () => time.now })
  const asked: string[] = []
  const wechat = { answer: passes, asked }
  const context = {
    ...plain,
    functionOf: (): Invoke => async (request) => {
      wechat.asked.push(z.parse(z.object({ text: z.string() }), request).text)
      return wechat.answer()
    },
  }
  const api = callerOf(createExhibitionFunction(context))
  const waiting = callerOf(createTasksFunction(context))
  const key = () => uuid7(time.now, Math.random)

  const editor = (name: string, region = home, powers: Power[] = ['publish']): Editor => {
    const id = personNamed(name)
    const headers = () => sessions.as(id, [{ kind: 'staff', region, powers }])
    return {
      id,
      create: (content, asked = key()) =>
        api.post(entries, { region: home, content }, { headers: { ...headers(), 'idempotency-key': asked } }),
      post: (entry, action, body) => api.post(`${entries}/${entry}/${action}`, body, { headers: headers() }),
      get: (target) => api.get(`${entries}${target}`, headers()),
      sheet: (action, body) =>
        api.post(`/api/staff/exhibition/sheets/${action}`, { region: home, ...body }, { headers: headers() }),
      tasks: async () => {
        const answer = await waiting.get(`/api/staff/tasks?region=${region}`, headers())
        return parsed(tasksResponseSchema, answer).tasks.map(({ kind, subject }) => `${kind} ${subject}`)
      },
      entry: async (entry) => parsed(entrySchema, await api.get(`${entries}/${entry}`, headers())),
      save: ({ id: entry, revision: base }, content) =>
        api.call('PUT', `${entries}/${entry}`, {
          headers: { ...headers(), 'content-type': 'application/json' },
          body: { base, content },
        }),
    }
  }

  const drafted = async (by: Editor, content = exhibit()): Promise<Entry> =>
    parsed(entrySchema, await by.create(content))
  const submitted = async (by: Editor, content = exhibit()): Promise<Entry> => {
    const { id, revision } = await drafted(by, content)
    return parsed(entrySchema, await by.post(id, 'submission', { revision }))
  }
  const approve = async (by: Editor, { id, review }: Entry, at: string | null = null): Promise<Entry> =>
    parsed(entrySchema, await by.post(id, 'approval', { version: review?.version, at }))
  /** Written by one, approved by the other. */
  const published = async (by: Editor, reviewer: Editor, content = exhibit()): Promise<Entry> =>
    approve(reviewer, await submitted(by, content))
  const hall = async () => parsed(hallSchema, await api.get(`/api/exhibition/${home}`))
  const gallery = async (name = 'history') =>
    parsed(gallerySchema, await api.get(`/api/exhibition/${home}/galleries/${name}`))

  /** What runs every minute. */
  const sweep = () => createExhibitionSweep(context)()

  return {
    wechat,
    approve,
    sweep,
    api,
    context,
    time,
    key,
    editor,
    drafted,
    submitted,
    published,
    hall,
    gallery,
  }
}
