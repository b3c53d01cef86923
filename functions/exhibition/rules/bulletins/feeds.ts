/** The newest bulletins as feeds: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1. Pure. */
import { type BulletinCategory, categoryNames } from '../../contract/categories'
import type { BulletinRow } from './documents'

export type Feed = {
  region: string
  /** Absent: of all categories. */
  category?: BulletinCategory
  /** Since when something is as it is, ISO 8601. */
  updated: string
  /** Newest first. */
  rows: readonly BulletinRow[]
}
/** `origin`: of the site, without a slash behind it. */
export type Place = { origin: string; path: string }

const language = 'zh-CN'
const author = '福利彩票中心'

const titleOf = ({ category }: Feed) => (category ? `公益发布 · ${categoryNames[category]}` : '公益发布')
const about = '福彩公益金的去向、公益活动与通知公告'
const nameOf = (id: string) => `urn:fuyi:bulletin:${id}`
const pageOf = ({ origin }: Place, id: string) => `${origin}/#/exhibition/pages/bulletin/index?id=${id}`
const homeOf = ({ origin }: Place, { region }: Feed) =>
  `${origin}/#/exhibition/pages/bulletins/index?region=${region}`
const selfOf = ({ origin, path }: Place) => `${origin}${path}`

/** Its day begins at midnight in China. */
const beginOf = ({ date }: BulletinRow) => `${date}T00:00:00+08:00`

export const jsonFeed = (feed: Feed, place: Place): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOf(feed),
    home_page_url: homeOf(place, feed),
    feed_url: selfOf(place),
    description: about,
    language,
    authors: [{ name: author }],
    items: feed.rows.map((row) => ({
      id: nameOf(row.id),
      url: pageOf(place, row.id),
      title: row.title,
      content_text: row.summary,
      date_published: beginOf(row),
      date_modified: row.at,
      tags: [categoryNames[row.category]],
    })),
  })

export const atomFeed = (feed: Feed, place: Place): string =>
  xml(
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    element('id', `urn:fuyi:bulletins:${feed.region}${feed.category ? `:${feed.category}` : ''}`),
    element('title', titleOf(feed)),
    element('subtitle', about),
    element('updated', feed.updated),
    `<link rel="self" type="application/atom+xml" href="${escaped(selfOf(place))}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(homeOf(place, feed))}"/>`,
    `<author>${element('name', author)}</author>`,
    ...feed.rows.flatMap((row) => [
      '<entry>',
      element('id', nameOf(row.id)),
      element('title', row.title),
      `<link rel="alternate" type="text/html" href="${escaped(pageOf(place, row.id))}"/>`,
      element('published', beginOf(row)),
      element('updated', row.at),
      `<category term="${row.category}" label="${categoryNames[row.category]}"/>`,
      element('summary', row.summary),
      '</entry>',
    ]),
    '</feed>',
  )

export const rssFeed = (feed: Feed, place: Place): string =>
  xml(
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    '<channel>',
    element('title', titleOf(feed)),
    element('link', homeOf(place, feed)),
    element('description', about),
    element('language', language),
    element('lastBuildDate', rfc822(feed.updated)),
    `<atom:link rel="self" type="application/rss+xml" href="${escaped(selfOf(place))}"/>`,
    ...feed.rows.flatMap((row) => [
      '<item>',
      element('title', row.title),
      element('link', pageOf(place, row.id)),
      `<guid isPermaLink="false">${escaped(nameOf(row.id))}</guid>`,
      element('pubDate', rfc822(beginOf(row))),
      element('category', categoryNames[row.category]),
      element('description', row.summary),
      '</item>',
    ]),
    '</channel>',
    '</rss>',
  )

const xml = (...lines: string[]) => ['<?xml version="1.0" encoding="utf-8"?>', ...lines, ''].join('\n')

const chinaMs = 8 * 3_600_000

/** What RSS wants of a time: RFC 822 with four digits of the year. By China's clock, so that its day is the bulletin's. */
const rfc822 = (instant: string) =>
  new Date(Date.parse(instant) + chinaMs).toUTCString().replace('GMT', '+0800')

const element = (name: string, text: string) => `<${name}>${escaped(text)}</${name}>`

/** Control characters, which XML cannot hold even escaped. */
const unfit = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
const escaped = (text: string): string =>
  text.replace(unfit, '').replace(/[&<>"']/g, (character) => entities[character] ?? '')
