/** Finding a place by what one knows of it. */
import { catalogue, placeThat } from './support/server'
import { pageNamed } from './support/steps'
import { seen, withVisitors } from './support/visitors'

const visits = withVisitors()

async function visitSearch() {
  const visitor = await visits.visit()
  await visitor.page.getByRole('link', { name: '找网点、地址、编号' }).click()
  const field = visitor.page.getByRole('textbox', { name: '名称、地址、编号或拼音' })
  await field.waitFor()
  return { ...visitor, field, found: visitor.page.getByRole('listitem') }
}

test('the first letters of a district find its places while one types', async () => {
  const { page, field, found } = await visitSearch()
  await field.pressSequentially('qjp')
  await found.first().waitFor()
  const { places } = await catalogue()
  for (const text of await found.allInnerTexts()) {
    const place = placeThat({ places }, `place called ${text}`, ({ name }) => name === text.split('\n', 1)[0])
    expect(`${place.name}${place.district}${place.address}`).toContain('清江浦')
  }
  await seen(page, '先列最近的 30 处').waitFor()
})

test('an outlet’s number finds that outlet, and leads to its page', async () => {
  const { page, field, found } = await visitSearch()
  const outlet = placeThat(await catalogue(), 'outlet', ({ outletNo }) => outletNo !== null)
  await field.fill(outlet.outletNo ?? '')
  await found.first().waitFor()
  await found.first().getByRole('button').click()
  await page.getByRole('heading', { level: 2, name: outlet.name }).waitFor()
  expect(page.url()).toContain(outlet.id)
})

test('a name finds its place, and what was searched for is offered again until it is forgotten', async () => {
  const { page, field, found } = await visitSearch()
  const project = placeThat(await catalogue(), 'project', ({ kind }) => kind === 'project')
  await field.fill(project.name)
  await found.first().waitFor()
  expect((await found.first().innerText()).split('\n', 1)[0]).toBe(project.name)
  await found.first().getByRole('button').click()
  await page.getByRole('heading', { level: 2, name: project.name }).waitFor()
  await (await pageNamed(page, '地点')).getByRole('button', { name: '返回' }).click()

  const search = await pageNamed(page, '搜索')
  await search.getByRole('button', { name: '清空' }).click()
  await search.getByRole('button', { name: project.name }).click()
  await found.first().waitFor()
  await page.getByRole('button', { name: '清空' }).click()
  await page.getByRole('button', { name: '清除' }).click()
  await page.getByRole('heading', { name: '最近搜过' }).waitFor({ state: 'detached' })
})

test('what nothing is called says so, and what to try', async () => {
  const { page, field } = await visitSearch()
  await field.fill('北京站')
  await page.getByRole('heading', { name: '淮安没有找到“北京站”' }).waitFor()
  await page.getByRole('button', { name: '到地图上看看' }).click()
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
})
