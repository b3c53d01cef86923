/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * All that staff write for the hall, at the desk.
 */
import { atWork, staff } from '../../desk/work'
import { anEntry, waiting } from './builders'

const wide = { width: 1440 }
const entries = [
  anEntry({ id: '320800-exhibit-a', title: '第一批福利彩票', state: 'draft' }),
  anEntry({ id: '320800-exhibit-b', title: '条例出台', position: 20, ...waiting }),
  anEntry({
    id: '320800-exhibit-c',
    title: '养老院',
    gallery: 'footprints',
    state: 'published',
    live: { version: 4, at: '2026-03-02T02:00:00.000Z' },
  }),
]
const gallery = anEntry({
  id: '320800-gallery-history',
  kind: 'gallery',
  title: '福彩历程',
  state: 'withdrawn',
})

async function opened() {
  const work = atWork(
    [staff('publish')],
    {
      'GET /api/staff/exhibition/entries': (_: unknown, { url }: { url: string }) => ({
        entries: url.includes('kind=exhibit') ? entries : url.includes('kind=gallery') ? [gallery] : [],
        cursor: null,
      }),
    },
    wide,
  )
  work.open('desk/pages/exhibition/entries')
  await work.screen.findByRole('row', { name: /第一批福利彩票/ })
  const titles = () =>
    work.screen.getAllByRole('row').flatMap((row) => row.querySelector('button.name')?.textContent ?? [])
  return { ...work, titles }
}

it('stands in the order in which one walks, the gallery’s own text before its exhibits', async () => {
  const { titles } = await opened()
  expect(titles()).toEqual(['福彩历程', '第一批福利彩票', '条例出台', '养老院'])
})

it('is parted by where it stands, each part with its count', async () => {
  const { screen, fireEvent, titles } = await opened()
  const tabs = screen.getAllByRole('tab').map(({ textContent }) => textContent)
  expect(tabs).toEqual(['全部4', '草稿1', '待审批1', '已排期0', '已发布1', '已撤下1'])
  fireEvent.click(screen.getByRole('tab', { name: /待审批/ }))
  expect(titles()).toEqual(['条例出台'])
})

it('is found by a part of its title, and by its gallery', async () => {
  const { screen, fireEvent, titles } = await opened()
  fireEvent.change(screen.getByRole('textbox', { name: '找标题' }), { target: { value: '条例' } })
  expect(titles()).toEqual(['条例出台'])
  fireEvent.change(screen.getByRole('textbox', { name: '找标题' }), { target: { value: '' } })
  fireEvent.click(screen.getByRole('button', { name: '展厅：全部展厅' }))
  fireEvent.click(screen.getByRole('radio', { name: '公益足迹' }))
  expect(titles()).toEqual(['养老院'])
})

it('says which version visitors see, and opens on a page of its own', async () => {
  const { screen, fireEvent, phone } = await opened()
  expect(screen.getByRole('row', { name: /养老院.*已发布.*第 4 版/ })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '养老院' }))
  expect(phone.did).toEqual(['navigateTo /desk/pages/exhibition/entry/index?id=320800-exhibit-c'])
})
