/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * An answer that comes late is about what was asked, not about what is open by then.
 */
import type { OpenReport } from '@/desk/api'
import { aBatch, aGift, anAdjustment, aProposal } from './builders'
import { heldAnswers } from './held-answers'
import { atWork, type Routes, region, staff } from './work'

const wide = { width: 1440 }

const aReport = (id: string, name: string): OpenReport => ({
  id,
  place: { id: '320800-1', name, outletNo: null },
  fact: 'gone',
  amenity: null,
  note: null,
  at: '2026-03-03T16:00:00.000Z',
  credit: false,
  doubted: false,
})
const reports = [
  aReport('320800-1772582400000-r000000001', '水渡口福彩站'),
  aReport('320800-1772582400000-r000000002', '健康西路福彩站'),
  aReport('320800-1772582400000-r000000003', '大治路福彩站'),
]
const [first, second] = reports.map(({ id }) => id)
const decision = (id: string | undefined) => `POST /api/staff/reports/${id}/decision`
const decidedAs = (id: string | undefined) => ({
  id,
  accept: true,
  settled: true,
  at: '2026-03-05T02:00:00.000Z',
  award: 'none',
})

function reviewing(page: 'desk/review' | 'desk/pages/places/reports') {
  const { hold, answer } = heldAnswers()
  const routes: Routes = {
    'GET /api/staff/reports': { reports, more: false, cursor: null },
    [decision(first)]: hold('first'),
    [decision(second)]: hold('second'),
  }
  const work = atWork([staff('review')], routes, wide)
  const { screen, fireEvent } = work
  work.open(page)
  return {
    ...work,
    answer: (name: string, value: unknown) => answer(name, value, work),
    pick: async (name: RegExp) => fireEvent.click(await screen.findByRole('button', { name })),
    decide() {
      fireEvent.click(screen.getByRole('radio', { name: /^属实/ }))
      fireEvent.click(screen.getByRole('radio', { name: /^已解决/ }))
      fireEvent.click(screen.getByRole('button', { name: '处理完这一条' }))
    },
  }
}

describe('a decision whose answer comes late', () => {
  it.each(['desk/review', 'desk/pages/places/reports'] as const)(
    'leaves open on %s what was opened meanwhile',
    async (page) => {
      const { screen, pick, decide, answer } = reviewing(page)
      await pick(/水渡口/)
      decide()
      await pick(/大治路/)
      await answer('first', decidedAs(first))
      expect(await screen.findByText(/水渡口福彩站：已采纳/)).toBeTruthy()
      expect(screen.getByRole('region', { name: /大治路/ })).toBeTruthy()
    },
  )

  it('does not bring back a report that was decided meanwhile', async () => {
    const { screen, pick, decide, answer } = reviewing('desk/review')
    await pick(/水渡口/)
    decide()
    await pick(/健康西路/)
    decide()
    await answer('second', decidedAs(second))
    await answer('first', decidedAs(first))
    expect(await screen.findByText(/水渡口福彩站：已采纳/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /水渡口|健康西路/ })).toBeNull()
    expect(screen.getByRole('button', { name: /大治路/ })).toBeTruthy()
  })

  const others = [
    {
      kind: 'an adjustment',
      path: 'adjustments',
      one: anAdjustment({ id: '320800-9k2m9qxa4t', text: '先来的' }),
      other: anAdjustment({ id: '320800-9k2m9qxa4v', text: '后来的' }),
      press: '批准',
    },
    {
      kind: 'a proposal',
      path: 'proposals',
      one: aProposal({ id: '320800-pr0p0sa101', label: '先来的' }),
      other: aProposal({ id: '320800-pr0p0sa102', label: '后来的' }),
      press: '通过',
    },
  ]
  it.each(others)(
    'does not bring back $kind that was decided meanwhile',
    async ({ path, one, other, press }) => {
      const { hold, answer } = heldAnswers()
      const work = atWork(
        [staff('gifts')],
        {
          'GET /api/staff/gifts': { gifts: [] },
          'GET /api/staff/adjustments': { adjustments: [] },
          'GET /api/staff/proposals': { proposals: [] },
          [`GET /api/staff/${path}`]: { [path]: [one, other] },
          [`POST /api/staff/${path}/${one.id}/decision`]: hold('one'),
          [`POST /api/staff/${path}/${other.id}/decision`]: hold('other'),
        },
        wide,
      )
      const { screen, fireEvent } = work
      const approve = async (row: RegExp) => {
        fireEvent.click(await screen.findByRole('button', { name: row }))
        fireEvent.click(screen.getByRole('button', { name: press }))
        const [, confirm] = screen.getAllByRole('button', { name: press })
        if (!confirm) throw new Error('nothing asks whether it is meant')
        fireEvent.click(confirm)
      }
      const approved = { state: 'approved', decidedBy: work.me.id, decidedAt: '2026-03-05T02:00:00.000Z' }
      work.open('desk/review')
      await approve(/先来的/)
      await approve(/后来的/)
      await answer('other', { ...other, ...approved }, work)
      await answer('one', { ...one, ...approved }, work)
      expect(
        await screen.findByText(
          '现在没有等你处理的。市民的报告，同事提出的调整、复核、授权、展馆内容和图片，会按先后出现在这里。',
        ),
      ).toBeTruthy()
    },
  )
})

describe('a look into a ledger', () => {
  const people = { '3E8CA0HE': '0000000000000000000c', '8K3M92QT': '0000000000000000000d' }
  const ledgerOf = (person: string, points: number) => ({
    person,
    region,
    isClosed: false,
    balance: points,
    order: null,
    entries: [],
    cursor: null,
  })
  function looking() {
    const { hold, answer } = heldAnswers()
    const work = atWork(
      [staff('audit')],
      {
        'GET /api/staff/outliers': { outliers: [] },
        'POST /api/staff/persons/resolve': (body: unknown) => {
          const { nos = [], ids = [] }: { nos?: string[]; ids?: string[] } = Object(body)
          return {
            persons: Object.entries(people)
              .filter(([no, id]) => nos.includes(no) || ids.includes(id))
              .map(([no, id]) => ({ no, id })),
          }
        },
        'GET /api/staff/ledger': (_: unknown, { url }: { url: string }) =>
          hold(url.includes(people['3E8CA0HE']) ? 'first' : 'second')(),
      },
      wide,
    )
    const { screen, fireEvent } = work
    work.open('desk/pages/points/ledger')
    return {
      ...work,
      asked: (person: string) =>
        work.waitFor(() =>
          expect(work.sent('GET /api/staff/ledger').filter(({ url }) => url.includes(person))).toHaveLength(
            1,
          ),
        ),
      answer: (name: string, value: unknown) => answer(name, value, work),
      type(text: string) {
        fireEvent.change(screen.getByRole('textbox', { name: /人员编号或兑换单号/ }), {
          target: { value: text },
        })
      },
      enter() {
        fireEvent.keyDown(screen.getByRole('textbox', { name: /人员编号或兑换单号/ }), { key: 'Enter' })
      },
    }
  }

  it('is not shown under the number of somebody else', async () => {
    const { screen, type, enter, asked, answer } = looking()
    type('3E8CA0HE')
    enter()
    await asked(people['3E8CA0HE'])
    type('8K3M92QT')
    await answer('first', ledgerOf(people['3E8CA0HE'], 480))
    expect(screen.queryByText('这一次查看已经记在操作记录里。')).toBeNull()
  })

  it('that is asked for while another is on its way follows that', async () => {
    const { screen, type, enter, asked, answer } = looking()
    type('3E8CA0HE')
    enter()
    await asked(people['3E8CA0HE'])
    type('8K3M92QT')
    enter()
    await answer('first', ledgerOf(people['3E8CA0HE'], 480))
    await asked(people['8K3M92QT'])
    await answer('second', ledgerOf(people['8K3M92QT'], 75))
    expect(await screen.findByText('这一次查看已经记在操作记录里。')).toBeTruthy()
    expect(await screen.findByText(/8K3M 92QT/)).toBeTruthy()
    expect(screen.queryByText(/3E8C A0HE/)).toBeNull()
  })
})

describe('an answer about one row of a list', () => {
  type Answers = Record<'first' | 'second', unknown>
  async function inTurn(
    page: 'desk/pages/points/gifts' | 'desk/pages/points/batches' | 'desk/pages/identity/roles',
    power: 'gifts' | 'admin',
    routes: (hold: ReturnType<typeof heldAnswers>['hold']) => Routes,
    press: (work: ReturnType<typeof atWork>) => Promise<void>,
    answers: Answers,
  ) {
    const { hold, answer } = heldAnswers()
    const work = atWork([staff(power)], routes(hold), wide)
    work.open(page)
    await press(work)
    await answer('second', answers.second, work)
    await answer('first', answers.first, work)
    return work
  }
  const leave = ({ screen, fireEvent }: ReturnType<typeof atWork>) =>
    fireEvent.click(screen.getByRole('button', { name: '不要了，离开' }))

  it('leaves the changes of gifts by others meanwhile', async () => {
    const one = aGift({ id: '320800-7k2m9qxa4t', name: '杂粮礼包' })
    const other = aGift({ id: '320800-7k2m9qxa4v', name: '热水袋' })
    const { screen } = await inTurn(
      'desk/pages/points/gifts',
      'gifts',
      (hold) => ({
        'GET /api/staff/gifts': { gifts: [one, other] },
        'GET /api/staff/adjustments': { adjustments: [] },
        'GET /api/staff/proposals': { proposals: [] },
        [`PUT /api/staff/gifts/${one.id}`]: hold('first'),
        [`PUT /api/staff/gifts/${other.id}`]: hold('second'),
      }),
      async (work) => {
        const { screen, fireEvent } = work
        const raise = async (name: RegExp, price: string) => {
          fireEvent.click(await screen.findByRole('button', { name }))
          if (screen.queryByRole('dialog')) leave(work)
          fireEvent.change(await screen.findByRole('textbox', { name: /^积分/ }), {
            target: { value: price },
          })
          fireEvent.click(screen.getByRole('button', { name: '保存修改' }))
        }
        await raise(/杂粮礼包/, '151')
        await raise(/热水袋/, '152')
      },
      { first: { ...one, price: 151, version: 4 }, second: { ...other, price: 152, version: 4 } },
    )
    expect(await screen.findByRole('row', { name: /杂粮礼包.*151/ })).toBeTruthy()
    expect(screen.getByRole('row', { name: /热水袋.*152/ })).toBeTruthy()
  })

  it('leaves the changes of batches by others meanwhile', async () => {
    const one = aBatch({ id: '320800-8k2m9qxa4t', label: '义诊' })
    const other = aBatch({ id: '320800-8k2m9qxa4v', label: '集市' })
    const { screen } = await inTurn(
      'desk/pages/points/batches',
      'gifts',
      (hold) => ({
        'GET /api/staff/code-batches': { batches: [one, other] },
        'GET /api/staff/adjustments': { adjustments: [] },
        'GET /api/staff/proposals': { proposals: [] },
        [`GET /api/staff/code-batches/${one.id}/codes`]: hold('first'),
        [`POST /api/staff/code-batches/${other.id}/stop`]: hold('second'),
      }),
      async ({ screen, fireEvent }) => {
        fireEvent.click(await screen.findByRole('button', { name: /义诊/ }))
        fireEvent.click(screen.getByRole('button', { name: '取出这批码' }))
        fireEvent.click(screen.getByRole('button', { name: /集市/ }))
        fireEvent.click(screen.getByRole('button', { name: '停用这一批' }))
        fireEvent.click(screen.getByRole('button', { name: '停用' }))
      },
      { first: { batch: one, codes: [] }, second: { ...other, isStopped: true } },
    )
    expect(await screen.findByRole('row', { name: /集市.*停用/ })).toBeTruthy()
  })

  it('leaves the changes of people by others meanwhile', async () => {
    const holder = (id: string, no: string) => ({
      id,
      no,
      roles: [{ kind: 'staff', region, powers: ['audit'] }],
      changedAt: '2026-03-04T02:00:00.000Z',
    })
    const one = holder('00000000000000000002', '8K3M92QT')
    const other = holder('00000000000000000003', '3E8CA0HE')
    const { screen } = await inTurn(
      'desk/pages/identity/roles',
      'admin',
      (hold) => ({
        'GET /api/staff/roles': { people: [one, other] },
        [`PUT /api/staff/persons/${one.id}/name`]: hold('first'),
        [`PUT /api/staff/persons/${other.id}/name`]: hold('second'),
      }),
      async (work) => {
        const { screen, fireEvent } = work
        const call = async (no: RegExp, name: string) => {
          fireEvent.click(await screen.findByRole('button', { name: no }))
          if (screen.queryByRole('dialog')) leave(work)
          fireEvent.change(await screen.findByRole('textbox', { name: /内部称呼/ }), {
            target: { value: name },
          })
          fireEvent.click(screen.getByRole('button', { name: '保存称呼' }))
        }
        await call(/8K3M 92QT/, '王老师')
        await call(/3E8C A0HE/, '李老师')
      },
      {
        first: { id: one.id, no: one.no, name: '王老师' },
        second: { id: other.id, no: other.no, name: '李老师' },
      },
    )
    expect(await screen.findByRole('row', { name: /王老师/ })).toBeTruthy()
    expect(screen.getByRole('row', { name: /李老师/ })).toBeTruthy()
  })
})
