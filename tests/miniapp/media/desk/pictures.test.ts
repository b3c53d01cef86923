/**
 * @jest-environment jsdom
 *
 * Pictures at the desk: uploaded where a text is written, and looked at by another person.
 */
import { atWork, type Routes, refused, staff } from '../../desk/work'
import { anEntry, aText, aWholeEntry } from '../../exhibition/desk/builders'
import { withBucket } from '../bucket'
import { aFilm, aPicture, aRecording } from '../builders'

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
  const bucket = withBucket()
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
    bucket.choosing(photo)
    await press('选一张图片')
    expect(await screen.findByText('已选 票.jpg，1 KB')).toBeTruthy()
    expect(screen.getByRole('button', { name: '上传' })).toHaveProperty('disabled', true)
    described('一张绿色的票')
    await press('上传')
    const request = await bucket.next()
    expect(await screen.findByText('已传 0%')).toBeTruthy()
    request.upload.onprogress?.({ loaded: 45, total: 100 })
    expect(await screen.findByText('已传 45%')).toBeTruthy()
    expect([...(request.body instanceof FormData ? request.body : new FormData()).keys()]).toEqual([
      'key',
      'file',
    ])
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
    bucket.choosing(photo)
    await press('选一张图片')
    await screen.findByText('已选 票.jpg，1 KB')
    described('一张绿色的票')
    await press('上传')
    const request = await bucket.next()
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
    bucket.choosing(new File(['abc'], '票.heic', { type: 'image/heic' }))
    await press('选一张图片')
    expect(await screen.findByText(/^只能传 JPEG、PNG 或 WebP 图片/)).toBeTruthy()
    bucket.choosing(photo)
    await press('选一张图片')
    await screen.findByText('已选 票.jpg，1 KB')
    described('一张绿色的票')
    await press('上传')
    const request = await bucket.next()
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

describe('a recording or a film of a text', () => {
  const entry = aWholeEntry({ content: aText({ blocks: [] }) })
  const path = `/api/staff/exhibition/entries/${entry.id}`
  const [sound, film] = [aRecording(), aFilm()]
  const large = new File([new Uint8Array(9 * 1024 * 1024)], '开馆.mp4', { type: 'video/mp4' })
  const partBytes = 5 * 1024 * 1024
  const parts = 'POST /api/staff/media/parts'
  const missing = [
    { number: 1, bytes: partBytes, url: 'https://bucket.test/part-1' },
    { number: 2, bytes: large.size - partBytes, url: 'https://bucket.test/part-2' },
  ]
  const served: Routes = {
    [`GET ${path}`]: entry,
    'POST /api/staff/media': {
      media: aRecording({ state: 'waiting', renditions: [] }),
      form: { url: 'https://bucket.test', fields: { key: 'quarantine/2' } },
    },
    [`POST /api/staff/media/${sound.id}/finish`]: sound,
    [`POST /api/staff/media/${film.id}/finish`]: film,
    'POST /api/staff/media/list': (body: unknown) => ({
      media: [sound, film].filter((one) => Object(body).ids.includes(one.id)),
    }),
    [`PUT ${path}`]: (body: unknown) => ({ ...entry, revision: 4, content: Object(body).content }),
  }
  const bucket = withBucket()

  async function opened(type: string, more: Routes = {}) {
    const work = atWork([staff('publish')], { ...served, ...more }, { width: 1440, params: { id: entry.id } })
    work.open('desk/pages/exhibition/entry')
    const { screen, fireEvent } = work
    const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))
    await press('加一块内容')
    await press(type)
    const write = (field: RegExp, value: string) =>
      fireEvent.change(screen.getByRole('textbox', { name: field }), { target: { value } })
    return { ...work, press, write }
  }

  it('is not uploaded before its title and every word of it are written, and lacks them in words', async () => {
    const { screen, press, write, bodies } = await opened('声音')
    expect(await screen.findByText('还没有声音，选好并传上来才能保存。')).toBeTruthy()
    expect(screen.getByText('声音还没有文字稿。')).toBeTruthy()
    bucket.choosing(new File(['abc'], '口述.mp3', { type: 'audio/mp3' }))
    await press('选一段声音')
    write(/^声音的标题/, '老站长的话')
    expect(screen.getByRole('button', { name: '上传' })).toHaveProperty('disabled', true)
    write(/^文字稿/, '那年我二十岁。')
    await press('上传')
    const request = await bucket.next()
    request.onload()
    await screen.findByText('有 1 段声音还在等另一位同事审，都审过才能发布。')
    expect(bodies('POST /api/staff/media')).toMatchObject([
      { type: 'audio/mpeg', description: '老站长的话', words: '那年我二十岁。' },
    ])
    await press('保存')
    await screen.findByText('已保存。提交并通过之前，观众看到的不变。')
    expect(bodies(`PUT ${path}`)).toMatchObject([
      { content: { blocks: [{ type: 'audio', media: sound.id, transcript: '那年我二十岁。' }] } },
    ])
  })

  it('that is large goes up in parts; a part that is cut off is sent again, and nothing else', async () => {
    let asked = 0
    const { screen, press, write, bodies } = await opened('视频', {
      [parts]: () => ({
        media: aFilm({ state: 'waiting', renditions: [] }),
        partBytes,
        missing: asked++ === 0 ? missing : missing.slice(1),
      }),
    })
    expect(await screen.findByText('视频还没有字幕。')).toBeTruthy()
    bucket.choosing(large)
    await press('选一段视频')
    write(/^视频的标题/, '开馆那天')
    write(/^字幕/, '欢迎来到展馆')
    expect(await screen.findByText(/^第 1 行看不懂/)).toBeTruthy()
    write(/^字幕/, '0:00-0:04 欢迎来到展馆')
    await press('上传')
    const first = await bucket.next()
    expect([first.method, first.url, Object(first.body).size]).toEqual(['PUT', missing[0]?.url, partBytes])
    first.status = 200
    const second = bucket.next()
    first.onload()
    expect(await screen.findByText('已传 56%')).toBeTruthy()
    const repeated = bucket.next()
    ;(await second).onerror()
    expect(await screen.findByText('刚才断了，网络好了会自动再传。')).toBeTruthy()
    window.dispatchEvent(new Event('online'))
    const last = await repeated
    expect([asked, last.url]).toEqual([2, missing[1]?.url])
    last.onload()
    await screen.findByText('有 1 段视频还在等另一位同事审，都审过才能发布。')
    expect(bodies(parts)).toMatchObject([
      { type: 'video/mp4', bytes: large.size, description: '开馆那天', words: '0:00　欢迎来到展馆' },
      {},
    ])
    await press('保存')
    await screen.findByText('已保存。提交并通过之前，观众看到的不变。')
    expect(bodies(`PUT ${path}`)).toMatchObject([
      {
        content: {
          blocks: [{ media: film.id, captions: [{ from: 0, until: 4, text: '欢迎来到展馆' }], poster: null }],
        },
      },
    ])
  })

  it('that is given up in the middle leaves no part with the bucket', async () => {
    const giveUp = `DELETE /api/staff/media/${film.id}/parts`
    const { screen, press, write, sent, waitFor } = await opened('视频', {
      [parts]: { media: aFilm({ state: 'waiting', renditions: [] }), partBytes, missing },
      [giveUp]: aFilm({ state: 'waiting', renditions: [] }),
    })
    bucket.choosing(large)
    await press('选一段视频')
    write(/^视频的标题/, '开馆那天')
    write(/^字幕/, '0:00-0:04 欢迎来到展馆')
    await press('上传')
    await bucket.next()
    await press('不传了')
    expect(await screen.findByRole('button', { name: '选一段视频' })).toBeTruthy()
    await waitFor(() => expect(sent(giveUp)).toHaveLength(1))
  })

  it('that is given up waits for the part on its way, behind whose end it would come in', async () => {
    const giveUp = `DELETE /api/staff/media/${film.id}/parts`
    const { screen, press, write, sent, waitFor } = await opened('视频', {
      [parts]: { media: aFilm({ state: 'waiting', renditions: [] }), partBytes, missing },
      [giveUp]: aFilm({ state: 'waiting', renditions: [] }),
    })
    bucket.choosing(large)
    await press('选一段视频')
    write(/^视频的标题/, '开馆那天')
    write(/^字幕/, '0:00-0:04 欢迎来到展馆')
    await press('上传')
    const request = await bucket.next()
    // The browser has not let go of it yet.
    request.abort = () => {}
    await press('不传了')
    await screen.findByRole('button', { name: '选一段视频' })
    expect(sent(giveUp)).toEqual([])
    request.onabort()
    await waitFor(() => expect(sent(giveUp)).toHaveLength(1))
  })
})

describe('a recording or a film that waits for a second person', () => {
  it.each([
    ['声音：老站长的话', aRecording(), 'audio', '站里只有一张桌子。', '1 分 15 秒，1.1 MB', /对着文字稿看/],
    [
      '视频：开馆那天',
      aFilm(),
      'video',
      '0:00 欢迎来到展馆',
      '640 × 360 像素，3 分 20 秒，11.4 MB',
      /对着字幕看/,
    ],
  ] as const)(
    '%s is played with all its words beside it',
    async (title, file, element, words, about, look) => {
      const task = {
        ...{ kind: 'media', subject: file.id, power: 'publish', by: file.by, at: file.at },
        ...{ due: '2026-03-07T02:00:00.000Z', facts: { type: file.type, description: file.description } },
      }
      const decision = `POST /api/staff/media/${file.id}/decision`
      const { open, screen, fireEvent, bodies } = atWork(
        [staff('publish')],
        {
          'GET /api/staff/exhibition/entries': { entries: [], cursor: null },
          'GET /api/staff/tasks': {
            tasks: [task],
            counts: { byKind: { media: 1 }, more: false },
            cursor: null,
          },
          [`GET /api/staff/media/${file.id}`]: file,
          [decision]: { ...file, state: 'approved', decided: { by: file.by, at: file.at } },
        },
        { width: 1440 },
      )
      open('desk/review')
      fireEvent.click(await screen.findByRole('button', { name: title }))
      expect(await screen.findByText(words)).toBeTruthy()
      expect(document.querySelector(element)?.getAttribute('src')).toBe(file.renditions[0]?.src)
      expect(screen.getByText(about)).toBeTruthy()
      expect(screen.getByText(look)).toBeTruthy()
      fireEvent.click(screen.getByRole('button', { name: '通过' }))
      expect(await screen.findByText(`已通过：${title.replace('：', '“')}”。`)).toBeTruthy()
      expect(bodies(decision)).toEqual([{ approve: true }])
    },
  )
})

describe('a picture that waits for a second person', () => {
  const task = {
    ...{ kind: 'media', subject: id, power: 'publish', by: picture.by, at: picture.at },
    ...{ due: '2026-03-07T02:00:00.000Z', facts: { type: 'image/jpeg', description: '一张绿色的票' } },
  }
  const decision = `POST /api/staff/media/${id}/decision`
  const routes: Routes = {
    'GET /api/staff/exhibition/entries': { entries: [anEntry()], cursor: null },
    'GET /api/staff/tasks': { tasks: [task], counts: { byKind: { media: 1 }, more: false }, cursor: null },
    'POST /api/staff/media/list': { media: [picture] },
    [`GET /api/staff/media/${id}`]: {
      ...picture,
      usedBy: [
        { domain: 'exhibition', subject: '320800-exhibit-first' },
        { domain: 'of-a-later-server', subject: 'x' },
      ],
    },
  }
  async function opened(more: Routes = {}) {
    const work = atWork([staff('publish')], { ...routes, ...more }, { width: 1440 })
    work.open('desk/review')
    work.fireEvent.click(await work.screen.findByRole('button', { name: '图片：一张绿色的票' }))
    return work
  }

  it('is seen large with what is said of it and who uploaded it, and approved', async () => {
    const approved = aPicture({ state: 'approved', decided: { by: picture.by, at: picture.at } })
    const { screen, fireEvent, bodies, waitFor, phone } = await opened({ [decision]: approved })
    const row = screen.getByRole('row', { name: /图片：一张绿色的票/ })
    await waitFor(() =>
      expect(row.querySelector('img')?.getAttribute('src')).toBe('https://bucket.test/360.webp'),
    )
    const shown = await screen.findByRole('img', { name: '一张绿色的票' })
    expect(shown.outerHTML).toContain('https://bucket.test/1440.webp')
    expect(screen.getByText('2000 × 1500 像素，2.3 MB')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '展品：第一批福利彩票' }))
    expect(phone.did).toEqual(['navigateTo /desk/pages/exhibition/entry/index?id=320800-exhibit-first'])
    fireEvent.click(screen.getByRole('button', { name: '通过' }))
    expect(await screen.findByText('已通过：图片“一张绿色的票”。')).toBeTruthy()
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
    expect(await screen.findByText('已退回：图片“一张绿色的票”。')).toBeTruthy()
    expect(bodies(decision)).toEqual([{ approve: false, reason: '有别人的脸' }])
  })
})
