/**
 * @jest-environment jsdom
 *
 * Pictures at the desk: uploaded where a text is written, and looked at by another person.
 */
import { atWork, type Routes, refused, staff } from '../../desk/work'
import { aText, aWholeEntry } from '../../exhibition/desk/builders'
import { aPicture } from '../builders'

const picture = aPicture()
const { id } = picture
const other = aPicture({ id: '320800-picture2' })

describe('a picture of a text', () => {
  const entry = aWholeEntry({ content: aText({ blocks: [] }) })
  const path = `/api/staff/exhibition/entries/${entry.id}`
  const upload = 'POST /api/staff/media'
  const form = { url: 'https://bucket.test', fields: { key: 'quarantine/1' } }
  const served: Routes = {
    [`GET ${path}`]: entry,
    [upload]: { media: aPicture({ state: 'waiting', renditions: [], width: null, height: null }), form },
    [`POST /api/staff/media/${id}/finish`]: picture,
    'POST /api/staff/media/list': (body: unknown) => ({
      media: [picture, other].filter((one) => Object(body).ids.includes(one.id)),
    }),
    [`PUT ${path}`]: (body: unknown) => ({ ...entry, revision: 4, content: Object(body).content }),
  }
  /** Requests to the bucket, which the test answers. */
  class Bucket {
    /** The next one that is sent. */
    static next: Promise<Bucket>
    static arrived: (request: Bucket) => void
    upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {}
    status = 204
    onload = () => {}
    onerror = () => {}
    onabort = () => {}
    body: FormData | null = null
    open() {}
    abort() {
      this.onabort()
    }
    send(body: FormData) {
      this.body = body
      Bucket.arrived(this)
    }
  }
  const real = { XMLHttpRequest: window.XMLHttpRequest, click: HTMLInputElement.prototype.click }
  beforeEach(() => {
    Bucket.next = new Promise((resolve) => {
      Bucket.arrived = resolve
    })
    Object.assign(window, { XMLHttpRequest: Bucket })
  })
  afterEach(() => {
    Object.assign(window, { XMLHttpRequest: real.XMLHttpRequest })
    HTMLInputElement.prototype.click = real.click
  })
  const choosing = (file: File) => {
    HTMLInputElement.prototype.click = function () {
      Object.defineProperty(this, 'files', { value: [file] })
      this.dispatchEvent(new Event('change'))
    }
  }
  const photo = new File(['abc'], '票.jpg', { type: 'image/jpeg' })

  async function opened(type: string, more: Routes = {}) {
    const work = atWork([staff('publish')], { ...served, ...more }, { width: 1440, params: { id: entry.id } })
    work.open('desk/pages/exhibition/entry')
    const { screen, fireEvent } = work
    const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))
    await press('加一块内容')
    await press(type)
    const described = (words: string) =>
      fireEvent.change(screen.getByRole('textbox', { name: /^图里有什么/ }), { target: { value: words } })
    return { ...work, press, described }
  }

  it('is uploaded with what is to be seen in it, says how far it is, and is shown where it will stand', async () => {
    const { screen, press, described, bodies } = await opened('图片')
    expect(await screen.findByText('还没有图片，选好并传上来才能保存。')).toBeTruthy()
    choosing(photo)
    await press('选一张图片')
    expect(await screen.findByText('已选 票.jpg，1 KB')).toBeTruthy()
    expect(screen.getByRole('button', { name: '上传' })).toHaveProperty('disabled', true)
    described('一张绿色的票')
    await press('上传')
    const request = await Bucket.next
    expect(await screen.findByText('已传 0%')).toBeTruthy()
    request.upload.onprogress?.({ loaded: 45, total: 100 })
    expect(await screen.findByText('已传 45%')).toBeTruthy()
    expect([...(request.body ?? new FormData()).keys()]).toEqual(['key', 'file'])
    request.onload()
    expect(await screen.findByText('有 1 张图片还在等另一位同事审，都审过才能发布。')).toBeTruthy()
    expect(screen.getAllByRole('img', { name: '一张绿色的票' })).toHaveLength(2)
    expect(bodies(upload)).toMatchObject([
      { region: '320800', type: 'image/jpeg', description: '一张绿色的票' },
    ])
    await press('保存')
    await screen.findByText('已保存。提交并通过之前，观众看到的不变。')
    expect(bodies(`PUT ${path}`)).toMatchObject([
      { content: { blocks: [{ type: 'picture', media: id, description: '一张绿色的票', caption: '' }] } },
    ])
  })

  it('that was cut off is uploaded again by itself, and whoever leaves meanwhile is asked', async () => {
    const { screen, press, described } = await opened('图片')
    choosing(photo)
    await press('选一张图片')
    await screen.findByText('已选 票.jpg，1 KB')
    described('一张绿色的票')
    await press('上传')
    const request = await Bucket.next
    request.onerror()
    expect(await screen.findByText('刚才断了，网络好了会自动再传。')).toBeTruthy()
    const leaving = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(leaving)
    expect(leaving.defaultPrevented).toBe(true)
  })

  it('is refused in words where it is none, is too large, or its content is something else', async () => {
    const { screen, press, described } = await opened('图片', {
      [`POST /api/staff/media/${id}/finish`]: refused('media-content', 422),
    })
    choosing(new File(['abc'], '票.heic', { type: 'image/heic' }))
    await press('选一张图片')
    expect(await screen.findByText(/^只能传 JPEG、PNG 或 WebP 图片/)).toBeTruthy()
    choosing(photo)
    await press('选一张图片')
    await screen.findByText('已选 票.jpg，1 KB')
    described('一张绿色的票')
    await press('上传')
    const request = await Bucket.next
    request.onload()
    expect(await screen.findByText(/^这个文件不能用/)).toBeTruthy()
  })

  it('stands in a set with others, in an order that is changed and from which one is removed', async () => {
    const [one, two] = [
      { media: id, description: '一', caption: '' },
      { media: other.id, description: '二', caption: '' },
    ]
    const blocks = [{ id: 's', type: 'pictures' as const, pictures: [one, two] }]
    const whole = aWholeEntry({ content: aText({ blocks }) })
    const { screen, press, bodies } = await opened('正文', { [`GET ${path}`]: whole })
    expect(await screen.findByRole('button', { name: '第 1 张，往前' })).toHaveProperty('disabled', true)
    await press('第 2 张，往前')
    await press('删去第 2 张')
    await press('第 2 块，正文，删去')
    await press('保存')
    await screen.findByText('已保存。提交并通过之前，观众看到的不变。')
    expect(bodies(`PUT ${path}`)).toMatchObject([{ content: { blocks: [{ pictures: [two] }] } }])
  })
})

describe('a picture that waits for a second person', () => {
  const task = {
    ...{ kind: 'media', subject: id, power: 'publish', by: picture.by, at: picture.at },
    ...{ due: '2026-03-07T02:00:00.000Z', facts: { type: 'image/jpeg', description: '一张绿色的票' } },
  }
  const decision = `POST /api/staff/media/${id}/decision`
  const routes: Routes = {
    'GET /api/staff/exhibition/entries': { entries: [], cursor: null },
    'GET /api/staff/tasks': { tasks: [task], counts: { byKind: { media: 1 }, more: false }, cursor: null },
    [`GET /api/staff/media/${id}`]: picture,
  }
  async function opened(more: Routes = {}) {
    const work = atWork([staff('publish')], { ...routes, ...more }, { width: 1440 })
    work.open('desk/review')
    work.fireEvent.click(await work.screen.findByRole('button', { name: '图片：一张绿色的票' }))
    return work
  }

  it('is seen large with what is said of it and who uploaded it, and approved', async () => {
    const approved = aPicture({ state: 'approved', decided: { by: picture.by, at: picture.at } })
    const { screen, fireEvent, bodies } = await opened({ [decision]: approved })
    const shown = await screen.findByRole('img', { name: '一张绿色的票' })
    expect(shown.outerHTML).toContain('https://bucket.test/1440.webp')
    expect(screen.getByText('2000 × 1500 像素，2.3 MB')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '通过' }))
    expect(await screen.findByText('已通过：图片：一张绿色的票。')).toBeTruthy()
    expect(bodies(decision)).toEqual([{ approve: true }])
    expect(screen.queryByRole('button', { name: '图片：一张绿色的票' })).toBeNull()
  })

  it('is refused with a reason', async () => {
    const refusedOne = aPicture({
      state: 'refused',
      decided: { by: picture.by, at: picture.at, reason: '有别人的脸' },
    })
    const { screen, fireEvent, bodies, within } = await opened({ [decision]: refusedOne })
    fireEvent.click(await screen.findByRole('button', { name: '退回' }))
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.getByRole('button', { name: '退回' })).toHaveProperty('disabled', true)
    fireEvent.change(dialog.getByRole('textbox', { name: /^原因/ }), { target: { value: '有别人的脸' } })
    fireEvent.click(dialog.getByRole('button', { name: '退回' }))
    expect(await screen.findByText('已退回：图片：一张绿色的票。')).toBeTruthy()
    expect(bodies(decision)).toEqual([{ approve: false, reason: '有别人的脸' }])
  })
})
