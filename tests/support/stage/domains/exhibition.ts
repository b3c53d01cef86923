/** The exhibition API on the stage: a valid request for each operation. */
import { createExhibitionFunction } from '../../../../functions/exhibition'
import type { Content } from '../../../../functions/exhibition/contract/entries'
import { entrySchema } from '../../../../functions/exhibition/contract/entries'
import {
  bulletinColumns,
  mostSheetRows,
  sheetPlanSchema,
} from '../../../../functions/exhibition/contract/sheets'
import type { exhibitionOperations } from '../../../../functions/exhibition/operations'
import { dayMs } from '../../../../functions/shared/day'
import * as z from '../../../../functions/shared/zod'
import { city } from '../../worlds/points-world'
import type { Scene } from '../scene'
import type { StageDomain } from '../stage-domain'

const path = '/api/staff/exhibition/entries'
const exhibit: Content = {
  kind: 'exhibit',
  gallery: 'history',
  position: 1,
  title: '第一张福利彩票',
  blocks: [{ id: 'a', type: 'text', text: '1987 年开始销售。' }],
}
const hall: Content = {
  kind: 'gallery',
  gallery: 'history',
  position: 1,
  title: '福彩历程',
  about: '从第一张讲起。',
  adultsOnly: false,
}

const year: Content = {
  kind: 'fund',
  year: 2025,
  sales: { amount: 100, source: '年报', date: '2026-01-31' },
  prizes: { amount: 52, source: '年报', date: '2026-01-31' },
  raised: { amount: 30, source: '年报', date: '2026-01-31' },
  kept: { city: null, province: null, nation: null, source: '', date: null },
  uses: [{ id: 'a', title: '敬老', about: '', amount: 7, source: '年报', date: '2026-01-31', places: [] }],
  jobs: { count: null, source: '', date: null },
  note: '',
}
const bulletin: Content = {
  kind: 'bulletin',
  title: '助学金发放',
  category: 'funding',
  date: '2026-11-20',
  summary: '一百名学生拿到助学金。',
  blocks: [{ id: 'a', type: 'text', text: '每人五千元。' }],
  attachments: [],
  honour: null,
}

const sheets = '/api/staff/exhibition/sheets'
/** A file of so many bulletins. */
const fileOf = (rows: number) => {
  const lines = Array.from({ length: rows }, (_, i) => `s${i},通知公告,第 ${i} 条,2026-11-20,摘要,正文,,,,`)
  const file = Buffer.from([bulletinColumns.join(','), ...lines].join('\n')).toString('base64')
  return { region: city, kind: 'bulletin', file }
}
/** As the chief sees what the file would do. */
const planOf = async ({ stage, chief }: Scene): Promise<string> => {
  const headers = { authorization: `Bearer ${chief.session.access}`, 'content-type': 'application/json' }
  const answer = await stage.call('exhibition', 'POST', `${sheets}/check`, { headers, body: fileOf(1) })
  return z.parse(sheetPlanSchema, answer.json()).plan
}

/** What the chief does with an entry; `second` approves. */
const at = ({ stage, chief, second }: Scene) => {
  const post = async (target: string, body: unknown, who = chief) => {
    const headers = {
      authorization: `Bearer ${who.session.access}`,
      'content-type': 'application/json',
      'idempotency-key': stage.key(),
    }
    const answer = await stage.call('exhibition', 'POST', target, { headers, body })
    return answer.status === 200 ? z.parse(entrySchema, answer.json()) : null
  }
  const draft = async (content: Content = exhibit) => {
    const made = await post(path, { region: city, content })
    if (!made) throw new Error('an entry of the stage was not made')
    return made
  }
  const inReview = async (content: Content = exhibit) => {
    const { id, revision } = await draft(content)
    const submitted = await post(`${path}/${id}/submission`, { revision })
    if (!submitted) throw new Error('an entry of the stage was not submitted')
    return submitted
  }
  const published = async (content: Content = exhibit) => {
    const { id, review } = await inReview(content)
    const done = await post(
      `${path}/${id}/approval`,
      { version: review?.version, at: null, acceptUnchecked: true },
      second,
    )
    if (!done) throw new Error('an entry of the stage was not published')
    return done
  }
  /** A gallery with an exhibit, once for each stage. */
  const open = async () => {
    const { status } = await stage.call('exhibition', 'GET', `/api/exhibition/${city}/galleries/history`)
    if (status === 200) return
    await published(hall)
    await published()
  }
  /** A year of the fund, once for each stage. */
  const fundPath = async () => {
    const target = `/api/exhibition/${city}/fund`
    if ((await stage.call('exhibition', 'GET', target)).status !== 200) await published(year)
    return target
  }
  const announced = async () => ({
    id: (await published(bulletin)).id,
    target: `/api/exhibition/${city}/bulletins`,
  })
  /** Its time is a day from now. */
  const scheduled = async () => {
    const { id, review } = await inReview()
    const time = new Date(stage.time.now + dayMs).toISOString()
    const done = await post(
      `${path}/${id}/approval`,
      { version: review?.version, at: time, acceptUnchecked: true },
      second,
    )
    if (!done?.schedule) throw new Error('an entry of the stage was not scheduled')
    return { id, schedule: done.schedule }
  }
  return { draft, inReview, scheduled, published, open, fundPath, announced }
}

export const exhibition: StageDomain<keyof typeof exhibitionOperations> = {
  create: createExhibitionFunction,
  requests: {
    hall: async (scene) => {
      await at(scene).open()
      return { target: `/api/exhibition/${city}` }
    },
    gallery: async (scene) => {
      await at(scene).open()
      return { target: `/api/exhibition/${city}/galleries/history` }
    },
    fund: async (scene) => ({ target: await at(scene).fundPath() }),
    bulletins: async (scene) => ({ target: (await at(scene).announced()).target }),
    bulletin: async (scene) => {
      const { id, target } = await at(scene).announced()
      return { target: `${target}/${id}` }
    },
    bulletinSearch: async (scene) => {
      await at(scene).announced()
      return { target: `/api/exhibition/${city}/bulletin-search?q=${encodeURIComponent('助学金')}` }
    },
    bulletinsRss: async (scene) => ({ target: `${(await at(scene).announced()).target}.rss` }),
    bulletinsAtom: async (scene) => ({ target: `${(await at(scene).announced()).target}.atom` }),
    bulletinsJsonFeed: async (scene) => ({ target: `${(await at(scene).announced()).target}.json` }),
    exhibitionEntries: () => ({ target: `${path}?region=${city}&kind=exhibit` }),
    exhibitionEntry: async (scene) => ({ target: `${path}/${(await at(scene).draft()).id}` }),
    createEntry: {
      ask: () => ({ target: path, body: { region: city, content: exhibit } }),
      onePerson: 'a draft, which nobody but staff sees before another person approves it',
    },
    saveEntry: {
      ask: async (scene) => {
        const { id, revision } = await at(scene).draft()
        return { target: `${path}/${id}`, body: { base: revision, content: { ...exhibit, title: '另一个' } } }
      },
      onePerson: 'a draft, which nobody but staff sees before another person approves it',
    },
    submitEntry: {
      ask: async (scene) => {
        const { id, revision } = await at(scene).draft()
        return { target: `${path}/${id}/submission`, body: { revision } }
      },
      onePerson: 'it waits for a second person from then on',
    },
    approveEntry: async (scene) => {
      const { id, review } = await at(scene).inReview()
      return {
        target: `${path}/${id}/approval`,
        body: { version: review?.version, at: null, acceptUnchecked: true },
      }
    },
    rescheduleEntry: async (scene) => {
      const { id, schedule } = await at(scene).scheduled()
      const { version, at: from } = schedule
      return { target: `${path}/${id}/schedule`, body: { version, from, at: null } }
    },
    returnEntry: {
      ask: async (scene) => {
        const { id, review } = await at(scene).inReview()
        return { target: `${path}/${id}/return`, body: { version: review?.version, reason: '差一张图' } }
      },
      onePerson: 'nothing becomes public by it',
    },
    withdrawEntry: {
      ask: async (scene) => ({ target: `${path}/${(await at(scene).published()).id}/withdrawal`, body: {} }),
      onePerson: 'what does harm while it waits is done at once; nothing becomes public by it',
    },
    entryVersions: async (scene) => ({ target: `${path}/${(await at(scene).inReview()).id}/versions` }),
    entryVersion: async (scene) => ({ target: `${path}/${(await at(scene).inReview()).id}/versions/1` }),
    checkSheet: {
      ask: () => ({ target: `${sheets}/check`, body: fileOf(1) }),
      onePerson: 'looks at what a file would do',
      largest: async () => fileOf(mostSheetRows),
    },
    importSheet: {
      ask: async (scene) => ({
        target: `${sheets}/import`,
        body: { ...fileOf(1), plan: await planOf(scene) },
      }),
      onePerson: 'drafts, which nobody but staff sees before another person approves them',
    },
    exportSheet: {
      ask: () => ({ target: `${sheets}/export`, body: { region: city, kind: 'bulletin' } }),
      onePerson: 'looks at lists, and the look is on record',
    },
    restoreVersion: {
      ask: async (scene) => {
        const { id, revision } = await at(scene).published()
        return { target: `${path}/${id}/restoration`, body: { version: 1, base: revision } }
      },
      onePerson: 'a draft, which nobody but staff sees before another person approves it',
    },
  },
}
