/** Whoever is sent to the city's centre finds it: on 我的, on the map, and by its telephone. */
import { heading } from './support/steps'
import { seen, withVisitors } from './support/visitors'

const visits = withVisitors()

test('the centre stands on the map and under 我的, and its page says how it is reached', async () => {
  const { page, open } = await visits.visit({ route: '/tabs/me/index' })
  await page.getByRole('button', { name: /联系市福彩中心/ }).click()
  await heading(page, '淮安市福彩中心（演示）').waitFor()
  await seen(page, '淮安市演示路 1 号（虚构）').waitFor()
  await seen(page, /^办公中 · 开到/).waitFor()
  await page.getByRole('button', { name: '打电话 0517-00000000' }).waitFor()
  await open('/tabs/map/index')
  await page.getByTitle('市福彩中心').waitFor({ state: 'attached' })
})
