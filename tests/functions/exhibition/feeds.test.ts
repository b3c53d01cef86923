import { JSDOM } from 'jsdom'
import type { BulletinRow } from '../../../functions/exhibition/rules/bulletins/documents'
import { atomFeed, jsonFeed, rssFeed } from '../../../functions/exhibition/rules/bulletins/feeds'
import * as z from '../../../functions/shared/zod'

const row: BulletinRow = {
  id: '371600-bulletin-a1',
  at: '2026-11-21T02:00:00.000Z',
  category: 'honour',
  title: '“<福彩> & 公益”获奖\u0007',
  date: '2026-11-20',
  summary: '一等奖 > 二等奖',
  honour: { who: '中心', award: '奖', year: 2026 },
}
const feed = { region: '371600', updated: row.at, rows: [row] }
const place = { origin: 'https://fuyi.example', path: '/api/exhibition/371600/bulletins.rss' }
const page = 'https://fuyi.example/#/exhibition/pages/bulletin/index?id=371600-bulletin-a1'

/** Throws where it is not well formed. */
const parsedXml = (text: string): Document =>
  new JSDOM(text, { contentType: 'application/xml' }).window.document
const textsOf = (within: Document | Element | null, ...names: string[]) =>
  names.map((name) => within?.getElementsByTagName(name).item(0)?.textContent)
const attributesOf = (within: Document | Element | null, selector: string, name: string) =>
  [...(within?.querySelectorAll(selector) ?? [])].map((element) => element.getAttribute(name))

it('RSS 2.0: times of RFC 822, absolute links, a lasting id', () => {
  const document = parsedXml(rssFeed(feed, place))
  expect(document.documentElement.getAttribute('version')).toBe('2.0')
  expect(textsOf(document, 'title', 'link', 'lastBuildDate')).toEqual([
    '公益发布',
    'https://fuyi.example/#/exhibition/pages/bulletins/index?region=371600',
    'Sat, 21 Nov 2026 10:00:00 +0800',
  ])
  expect(attributesOf(document, '[rel="self"]', 'href')).toEqual([
    'https://fuyi.example/api/exhibition/371600/bulletins.rss',
  ])
  const item = document.querySelector('item')
  expect(textsOf(item, 'title', 'link', 'guid', 'pubDate', 'category', 'description')).toEqual([
    ...['“<福彩> & 公益”获奖', page, 'urn:fuyi:bulletin:371600-bulletin-a1'],
    ...['Fri, 20 Nov 2026 00:00:00 +0800', '荣誉', '一等奖 > 二等奖'],
  ])
  expect(attributesOf(item, 'guid', 'isPermaLink')).toEqual(['false'])
})

it('Atom: times of RFC 3339, absolute links, a lasting id', () => {
  const path = '/api/exhibition/371600/bulletins.atom?category=honour'
  const document = parsedXml(atomFeed({ ...feed, category: 'honour' }, { ...place, path }))
  expect(document.documentElement.namespaceURI).toBe('http://www.w3.org/2005/Atom')
  expect(textsOf(document, 'id', 'title', 'updated', 'name')).toEqual([
    ...['urn:fuyi:bulletins:371600:honour', '公益发布 · 荣誉', row.at, '福利彩票中心'],
  ])
  expect(attributesOf(document, 'feed > link', 'href')).toEqual([
    `https://fuyi.example${path}`,
    'https://fuyi.example/#/exhibition/pages/bulletins/index?region=371600',
  ])
  const entry = document.querySelector('entry')
  expect(textsOf(entry, 'id', 'title', 'published', 'updated', 'summary')).toEqual([
    ...['urn:fuyi:bulletin:371600-bulletin-a1', '“<福彩> & 公益”获奖'],
    ...['2026-11-20T00:00:00+08:00', row.at, '一等奖 > 二等奖'],
  ])
  expect([attributesOf(entry, 'link', 'href'), attributesOf(entry, 'category', 'label')]).toEqual([
    [page],
    ['荣誉'],
  ])
})

it('JSON Feed 1.1', () => {
  const json = z.parse(z.record(z.string(), z.unknown()), JSON.parse(jsonFeed(feed, place)))
  expect(json).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    feed_url: 'https://fuyi.example/api/exhibition/371600/bulletins.rss',
    items: [
      {
        id: 'urn:fuyi:bulletin:371600-bulletin-a1',
        url: page,
        content_text: '一等奖 > 二等奖',
        date_published: '2026-11-20T00:00:00+08:00',
        date_modified: row.at,
        tags: ['荣誉'],
      },
    ],
  })
})

it('a feed without bulletins is one all the same', () => {
  const empty = { ...feed, rows: [] }
  expect(parsedXml(rssFeed(empty, place)).querySelector('item')).toBeNull()
  expect(textsOf(parsedXml(atomFeed(empty, place)), 'updated')).toEqual([row.at])
})
