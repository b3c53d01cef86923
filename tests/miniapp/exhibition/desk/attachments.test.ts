/**
 * @jest-environment jsdom
 *
 * Documents that are attached to a bulletin, at the desk.
 */
import type { Content } from '@functions/exhibition/contract/entries'
import { atWork, type Routes, staff } from '../../desk/work'
import { withBucket } from '../../media/bucket'
import { aPicture } from '../../media/builders'
import { aWholeEntry } from './builders'

const document = aPicture({
  ...{ id: '320800-list1', type: 'application/pdf', bytes: 1_300_000, description: '名单' },
  ...{ width: null, height: null },
  renditions: [
    {
      src: 'https://bucket.test/a.pdf',
      type: 'application/pdf',
      width: null,
      height: null,
      bytes: 1_300_000,
    },
  ],
})
const content: Content = {
  ...{ kind: 'bulletin', title: '助学金', category: 'funding', date: '2026-11-20', summary: '摘要' },
  ...{ blocks: [], attachments: [], honour: null },
}
const entry = aWholeEntry({ id: '320800-bulletin-a', kind: 'bulletin', title: '助学金', content })
const path = `/api/staff/exhibition/entries/${entry.id}`
const routes: Routes = {
  [`GET ${path}`]: entry,
  [`PUT ${path}`]: (body: unknown) => ({ ...entry, revision: 4, content: Object(body).content }),
  'POST /api/staff/media': {
    media: { ...document, state: 'waiting', renditions: [] },
    form: { url: 'https://bucket.test', fields: { key: 'quarantine/1' } },
  },
  [`POST /api/staff/media/${document.id}/finish`]: document,
  'POST /api/staff/media/list': { media: [document] },
}
const bucket = withBucket()

it('are uploaded with their names, shown with type and size, and saved by their ids; an address is another way', async () => {
  const work = atWork([staff('publish')], routes, { width: 1440, params: { id: entry.id } })
  work.open('desk/pages/exhibition/entry')
  const { screen, fireEvent, bodies } = work
  const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))
  const type = (name: RegExp, value: string) =>
    fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
  await press('加一个附件')
  type(/^附件 1 的名称/, '名单')
  bucket.choosing(new File(['%PDF'], '名单.pdf', { type: 'application/pdf' }))
  await press('选一份 PDF')
  await screen.findByText(/^已选 名单.pdf/)
  await press('上传')
  const request = await bucket.next()
  request.onload()
  expect(await screen.findByText('PDF，1.2 MB · 在新窗口打开')).toBeTruthy()
  expect(screen.queryByRole('textbox', { name: /^附件 1 的网址/ })).toBeNull()
  await press('加一个附件')
  type(/^附件 2 的名称/, '公告')
  type(/^附件 2 的网址/, 'https://example.org/b.pdf')
  await press('保存')
  await screen.findByText(/^已保存/)
  expect(bodies(`PUT ${path}`)).toMatchObject([
    {
      content: {
        attachments: [
          { title: '名单', address: '', media: document.id },
          { title: '公告', address: 'https://example.org/b.pdf' },
        ],
      },
    },
  ])
  expect(bodies('POST /api/staff/media')).toMatchObject([{ type: 'application/pdf', description: '名单' }])
})
