/** Two bulletins as visitors read them: made here, so that no test waits for what is written. */
import {
  bulletinSchema,
  bulletinSearchResponseSchema,
  bulletinsResponseSchema,
} from '../../../functions/exhibition/contract/bulletins'

const grants = {
  id: '320800-bulletin-grants',
  category: 'funding',
  title: '助学金送到三十位新生手里',
  date: '2026-11-20',
  summary: '今年的助学金已经发放。',
  honour: null,
}
const honour = {
  id: '320800-bulletin-honour',
  category: 'honour',
  title: '市福彩中心获表彰',
  date: '2026-10-08',
  summary: '表彰为公益出力的单位。',
  honour: { who: '市福彩中心', award: '公益先进单位', year: 2026 },
}
const cards = [grants, honour]

/** Of `category`, or all. */
const bulletinsOf = (category: string | null) =>
  bulletinsResponseSchema.parse({
    bulletins: cards.filter((card) => category === null || card.category === category),
    cursor: null,
  })

const whole = cards.map((card) =>
  bulletinSchema.parse({
    ...card,
    region: '320800',
    attachments: [{ title: '名单', address: 'https://example.org/list.pdf' }],
    blocks: [{ id: 'a', type: 'text', text: `${card.title}，全文在这里。` }],
  }),
)

/** What holds the word `q` in its title, which is marked there. */
const bulletinsWith = (q: string) => {
  const found = cards.filter(({ title }) => title.includes(q))
  return bulletinSearchResponseSchema.parse({
    total: found.length,
    found: found.map(({ id, category, date, title, summary }) => {
      const at = title.indexOf(q)
      const pieces = [
        { text: title.slice(0, at), hit: false },
        { text: q, hit: true },
        { text: title.slice(at + q.length), hit: false },
      ]
      return {
        ...{ id, category, date },
        title: pieces.filter(({ text }) => text !== ''),
        excerpt: [{ text: summary, hit: false }],
      }
    }),
  })
}

/** What the exhibition API answers an address of bulletins with; null for another one. */
export function bulletinAnswer({ pathname, searchParams }: URL) {
  if (pathname === '/api/exhibition/320800/bulletins') return bulletinsOf(searchParams.get('category'))
  if (pathname === '/api/exhibition/320800/bulletin-search') return bulletinsWith(searchParams.get('q') ?? '')
  const id = /^\/api\/exhibition\/320800\/bulletins\/(.+)$/.exec(pathname)?.[1]
  return whole.find((one) => one.id === id) ?? null
}
