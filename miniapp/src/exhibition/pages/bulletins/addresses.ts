/** Where the newest bulletins are as feeds. Pure. */
import type { BulletinCategory } from '@functions/exhibition/contract/categories'

export const feedForms = [
  { name: 'RSS', ending: 'rss', type: 'application/rss+xml' },
  { name: 'Atom', ending: 'atom', type: 'application/atom+xml' },
  { name: 'JSON Feed', ending: 'json', type: 'application/feed+json' },
] as const
export type FeedForm = (typeof feedForms)[number]

export type FeedOf = { region: string; category: BulletinCategory | null }

/** Under the origin of the server. */
export const feedPath = ({ region, category }: FeedOf, { ending }: Pick<FeedForm, 'ending'>): string =>
  `/api/exhibition/${region}/bulletins.${ending}${category === null ? '' : `?category=${category}`}`
