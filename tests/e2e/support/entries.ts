/** Texts and pictures of the exhibition on the running server, made by its staff over the API. */
import { type Entry, entrySchema } from '../../../functions/exhibition/contract/entries'
import { mediaSchema, uploadResponseSchema } from '../../../functions/media/contract'
import { pictureOf } from '../../support/samples/pictures'
import { member, newKey, uniqueName } from './people'
import { huaian } from './server'

const entries = '/api/staff/exhibition/entries'
export const entryPage = (id: string) => `/desk/pages/exhibition/entry/index?id=${id}`

/** A draft of an exhibit, by staff-editor. */
export const draftedExhibit = async (title: string, blocks: readonly object[]): Promise<Entry> => {
  const content = { kind: 'exhibit', gallery: 'stations', position: 900, title, blocks }
  return (await member('staff-editor')).post(entries, entrySchema, { region: huaian, content }, newKey())
}

const blocks = [
  { id: 'h', type: 'heading', text: '柜台上的一杯热水', level: 2 },
  { id: 't', type: 'text', text: '门口的牌子挂上以后，环卫工人老周每天早上六点来接一杯水。' },
  { id: 'f', type: 'figure', value: 40, unit: '个', label: '爱心救助点', source: '演示', date: '2026-11-01' },
]

/** Submitted by one of the staff for a time, as staff-publisher finds it. */
export async function submittedExhibit(): Promise<Entry> {
  const { id, revision } = await draftedExhibit(uniqueName('一杯热水'), blocks)
  const body = { revision, at: '2099-12-03T01:00:00.000Z' }
  return (await member('staff-editor')).post(`${entries}/${id}/submission`, entrySchema, body)
}

/** The same, sent back to be written on: the address of its page. */
export async function returnedExhibit(): Promise<string> {
  const { id } = await submittedExhibit()
  const body = { version: 1, reason: '第二段缺出处' }
  await (await member('staff-publisher')).post(`${entries}/${id}/return`, entrySchema, body)
  return entryPage(id)
}

/** Id of a picture that staff-editor uploaded; it waits for another person. */
export async function uploadedPicture(): Promise<string> {
  const editor = await member('staff-editor')
  const bytes = await pictureOf('image/png', { width: 96, height: 64 })
  const asked = { region: huaian, type: 'image/png', bytes: bytes.length, description: '柜台上的一杯热水' }
  const { media, form } = await editor.post('/api/staff/media', uploadResponseSchema, asked, newKey())
  const sent = new FormData()
  for (const [name, value] of Object.entries(form.fields)) sent.append(name, value)
  sent.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }))
  const { ok, status } = await fetch(form.url, { method: 'POST', body: sent })
  if (!ok) throw new Error(`the upload of the test was answered ${status}`)
  return (await editor.post(`/api/staff/media/${media.id}/finish`, mediaSchema, {})).id
}

/** ms after which an answer that has not come never will. */
const patience = 45_000

/** The same, approved by staff-publisher once WeChat has answered. */
export async function approvedPicture(): Promise<string> {
  const id = await uploadedPicture()
  const publisher = await member('staff-publisher')
  const path = `/api/staff/media/${id}`
  const end = Date.now() + patience
  while ((await publisher.get(path, mediaSchema)).check === 'pending')
    if (Date.now() > end) throw new Error('WeChat never answered about a picture of the test')
  return (await publisher.post(`${path}/decision`, mediaSchema, { approve: true })).id
}
