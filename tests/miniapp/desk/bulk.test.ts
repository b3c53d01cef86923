/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * Several batches are stopped at once; each is answered by itself, and what was not done stays selected.
 */
import { aBatch } from './builders'
import { atWork, lost, type Routes, refused, region, staff } from './work'

const at = '2026-03-04T02:00:00.000Z'
const batch = (n: number, label: string, more = {}) =>
  aBatch({ id: `${region}-000000000${n}`, label, count: 10, used: n, at, ...more })
const batches = [batch(1, '义诊'), batch(2, '庙会'), batch(3, '旧的', { isStopped: true })]
const stop = (n: number) => `POST /api/staff/code-batches/${region}-000000000${n}/stop`

async function opened(more: Routes = {}, width = 1440) {
  const work = atWork(
    [staff('gifts')],
    {
      'GET /api/staff/code-batches': { batches },
      'GET /api/staff/proposals': { proposals: [] },
      'GET /api/staff/adjustments': { adjustments: [] },
      ...more,
    },
    { width },
  )
  work.open('desk/pages/points/batches')
  await work.screen.findByText('义诊')
  const { screen, fireEvent } = work
  const tick = (name: string) => fireEvent.click(screen.getByRole('checkbox', { name }))
  const isTicked = (name: string) => screen.getByRole('checkbox', { name, checked: true }) !== null
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
  return { ...work, tick, isTicked, press }
}

it('asks once for all of them, and says what it means', async () => {
  const { screen, tick, press, sent } = await opened()
  tick('选择义诊')
  tick('选择庙会')
  expect(screen.getByText('已选 2 批')).toBeTruthy()
  press('停用选中的')
  expect(screen.getByRole('dialog', { name: '停用选中的 2 批吗？' }).textContent).toContain(
    '共 17 个码马上作废',
  )
  expect(sent(stop(1))).toEqual([])
})

it('stops each, says how many, and keeps selected what was not done, with why', async () => {
  const { screen, tick, isTicked, press, sent } = await opened({
    [stop(1)]: batch(1, '义诊', { isStopped: true }),
    [stop(2)]: refused('unavailable', 503),
  })
  tick('全选')
  press('停用选中的')
  press('停用')
  expect(await screen.findByText('已停用 1 批。')).toBeTruthy()
  expect(screen.getByText(/“庙会”没有停用：.*还选着，可以再试。/)).toBeTruthy()
  expect(isTicked('选择庙会')).toBe(true)
  expect(screen.getByText('已选 1 批')).toBeTruthy()
  expect(screen.queryByRole('checkbox', { name: '选择义诊' })).toBeNull()
  expect([sent(stop(1)).length, sent(stop(3)).length]).toEqual([1, 0])
})

it('offers no box where nothing can be done', async () => {
  const { screen } = await opened()
  expect(screen.getByRole('checkbox', { name: '选择义诊' })).toBeTruthy()
  expect(screen.queryByRole('checkbox', { name: '选择旧的' })).toBeNull()
})

it('offers no box on a phone', async () => {
  const { screen } = await opened({}, 390)
  expect(screen.queryByRole('checkbox')).toBeNull()
})

it('opens no row where its box is pressed', async () => {
  const { screen, tick } = await opened()
  tick('选择义诊')
  expect(screen.queryByRole('region', { name: '义诊' })).toBeNull()
})

it('counts on as it goes, under the question that was asked', async () => {
  let answer: (value: unknown) => void = () => undefined
  const { screen, tick, press } = await opened({
    [stop(1)]: batch(1, '义诊', { isStopped: true }),
    [stop(2)]: () => new Promise((done) => (answer = done)),
  })
  tick('全选')
  press('停用选中的')
  press('停用')
  expect(await screen.findByText('正在停用 2/2')).toBeTruthy()
  const question = screen.getByRole('dialog', { name: '停用选中的 2 批吗？' })
  expect(question.textContent).toContain('共 17 个码马上作废')
  answer(batch(2, '庙会', { isStopped: true }))
  expect(await screen.findByText('已停用 2 批。')).toBeTruthy()
})

it('stops where one says so, and keeps the rest selected', async () => {
  const answers: ((value: unknown) => void)[] = []
  const slow = (n: number, label: string) => () =>
    new Promise((done) => answers.push(() => done(batch(n, label, { isStopped: true }))))
  const { screen, tick, press, sent, waitFor } = await opened({
    [stop(1)]: slow(1, '义诊'),
    [stop(2)]: slow(2, '庙会'),
  })
  tick('全选')
  press('停用选中的')
  press('停用')
  await waitFor(() => expect(answers).toHaveLength(1))
  press('停在这里')
  answers[0]?.(null)
  expect(await screen.findByText('还有 1 批没有停用，还选着。')).toBeTruthy()
  expect(screen.getByText('已选 1 批')).toBeTruthy()
  expect(sent(stop(1)).length + sent(stop(2)).length).toBe(1)
})

it('goes on with no other once the network is gone', async () => {
  const { screen, tick, press } = await opened({ [stop(1)]: lost, [stop(2)]: lost })
  tick('全选')
  press('停用选中的')
  press('停用')
  expect(await screen.findByText('还有 1 批没有停用，还选着。')).toBeTruthy()
  expect(screen.getAllByText(/还选着，可以再试/)).toHaveLength(1)
  expect(screen.getByText('已选 2 批')).toBeTruthy()
})

it('acts on nothing while a row is open, for no box is seen then', async () => {
  const { screen, tick, fireEvent } = await opened()
  tick('选择庙会')
  fireEvent.click(screen.getByText('义诊'))
  await screen.findByRole('region', { name: '义诊' })
  expect(screen.queryByText('停用选中的')).toBeNull()
})

it('says of what failed that it is selected only while it is', async () => {
  const { screen, tick, press } = await opened({ [stop(2)]: refused('unavailable', 503) })
  tick('选择庙会')
  press('停用选中的')
  press('停用')
  await screen.findByText(/还选着，可以再试/)
  press('取消选择')
  expect(screen.queryByText(/还选着/)).toBeNull()
})

it.each([
  ['all are done', { [stop(2)]: batch(2, '庙会', { isStopped: true }) }, /已停用 2 批/],
  ['some are not', { [stop(2)]: refused('unavailable', 503) }, /“庙会”没有停用/],
])('leaves the keyboard at what came of it where %s', async (_when, more, words) => {
  const { screen, tick, press } = await opened({
    [stop(1)]: batch(1, '义诊', { isStopped: true }),
    ...more,
  })
  tick('全选')
  screen.getByRole('button', { name: '停用选中的' }).focus()
  press('停用选中的')
  press('停用')
  await screen.findByText(words)
  expect(document.activeElement?.textContent).toMatch(words)
  expect(document.activeElement).not.toBe(document.body)
})

it('leaves the keyboard where it was when the question is put away', async () => {
  const { screen, tick, press } = await opened()
  tick('选择义诊')
  const button = screen.getByRole('button', { name: '停用选中的' })
  button.focus()
  press('停用选中的')
  press('再想想')
  expect(document.activeElement).toBe(button)
})

it('leaves the keyboard at the list when the selection is put away', async () => {
  const { screen, tick, press } = await opened()
  tick('选择义诊')
  screen.getByRole('button', { name: '取消选择' }).focus()
  press('取消选择')
  expect(screen.queryByRole('button', { name: '取消选择' })).toBeNull()
  expect(document.activeElement).not.toBe(document.body)
})
