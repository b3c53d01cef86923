/** Which pages WeChat's search may index: https://developers.weixin.qq.com/miniprogram/dev/framework/sitemap.html */
import * as z from '../../functions/shared/zod'
import { builtPackage } from './built'

const weapp = builtPackage()
const ruleSchema = z.object({
  action: z.enum(['allow', 'disallow']),
  page: z.string(),
  params: z.optional(z.array(z.string())),
  matching: z.optional(z.enum(['exact', 'inclusive', 'exclusive', 'partial'])),
})
const { rules } = z
  .looseObject({ rules: z.array(ruleSchema) })
  .parse(JSON.parse(weapp.text(weapp.app.sitemapLocation ?? 'sitemap.json')))

/** The first rule that fits decides; a page that none fits is indexed. */
const isIndexed = (page: string) =>
  rules.find((rule) => rule.page === page || rule.page === '*')?.action !== 'disallow'

it('is named by app.json and packed', () => {
  expect(weapp.app.sitemapLocation).toBe('sitemap.json')
  expect(weapp.files).toContain('sitemap.json')
})

it('names no page that does not exist', () => {
  const named = rules.map(({ page }) => page).filter((page) => page !== '*')
  expect(named.filter((page) => !weapp.pages.includes(page))).toEqual([])
})

it('lets everybody find what a citizen looks for without a login', () => {
  expect(weapp.pages.filter(isIndexed)).toEqual(
    expect.arrayContaining([
      'tabs/home/index',
      'tabs/map/index',
      'places/pages/aid/index',
      'places/pages/detail/index',
    ]),
  )
})

it.each(['desk/', 'counter/', 'identity/'])('keeps every page of %s out of the search', (root) => {
  const pages = weapp.pages.filter((page) => page.startsWith(root))
  expect(pages).not.toEqual([])
  expect(pages.filter(isIndexed)).toEqual([])
})

it('indexes no page that shows what is one person’s own', () => {
  const own = [
    'tabs/me/index',
    'points/pages/orders/index',
    'points/pages/order/index',
    'points/pages/entries/index',
  ]
  expect(own.filter(isIndexed)).toEqual([])
})

it('indexes no page that nobody has decided on', () => {
  expect(isIndexed('some/new/index')).toBe(false)
})
