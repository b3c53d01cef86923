/** Two cities in one program. */
import { binzhou, nearby, region } from './support/server'
import { seen, withVisitors } from './support/visitors'

const visits = withVisitors()

test('another city is two taps away, with its own places and districts, and is remembered', async () => {
  const { page, open } = await visits.visit()
  const city = await region(binzhou)
  await page.getByRole('button', { name: '城市：淮安，点按更换' }).click()
  await page.getByRole('dialog', { name: '选城市' }).getByRole('button', { name: /滨州/ }).click()
  await page.getByRole('button', { name: '城市：滨州，点按更换' }).waitFor()
  await seen(page, '从滨州市中心算起').waitFor()
  const at = new Date(visits.now).toISOString()
  const [nearest] = await nearby(city.centre, `kind=outlet&kind=hall&kind=shelter&limit=1&openAt=${at}`)
  await page.getByRole('link', { name: new RegExp(nearest?.name ?? '') }).waitFor()

  await page.getByRole('button', { name: /用我的位置/ }).click()
  for (const { name } of city.districts) await page.getByRole('radio', { name }).waitFor()
  await page.getByRole('radio', { name: '滨城区' }).click()
  await seen(page, '从滨城区中心算起').waitFor()

  await open('/tabs/map/index')
  await page.getByRole('button', { name: '城市：滨州，点按更换' }).waitFor()
  await seen(page, `${city.counts.places} 处`).waitFor()
  await seen(page, '从滨城区中心算起').waitFor()
})

test('every page says that the data are made up', async () => {
  const { page, open } = await visits.visit()
  for (const route of [
    '/',
    '/tabs/map/index',
    '/tabs/me/index',
    '/places/pages/aid/index',
    '/places/pages/search/index',
  ]) {
    await open(route)
    await seen(page, '演示数据').waitFor()
  }
})
