/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * What colleagues call somebody: what was typed is never lost, and what was saved is said.
 */
import { aMe } from '../points/builders'
import { atWork, region, staff } from './work'

const wide = { width: 1440 }
const chen = { id: '0000000000008k3m92qt', no: '8K3M92QT' }
const rename = `PUT /api/staff/persons/${chen.id}/name`

/** Somebody's detail is open, and what the server has of them by then. */
async function atHolder() {
  const server = { name: '陈老师' }
  const roles = [{ kind: 'staff', region, powers: ['review'] }]
  const work = atWork(
    [staff('admin')],
    {
      'GET /api/staff/roles': () => ({
        people: [{ ...chen, name: server.name, roles, changedAt: '2026-03-01T00:00:00.000Z' }],
      }),
      'GET /api/staff/role-proposals': { proposals: [] },
      [rename]: (body: unknown) => ({ ...chen, name: Object(body).name }),
    },
    wide,
  )
  const { screen, fireEvent } = work
  work.open('desk/pages/identity/roles')
  fireEvent.click(await screen.findByRole('button', { name: /陈老师/ }))
  const field = () => screen.getByRole('textbox', { name: /^内部称呼/ })
  const write = (name: string) => fireEvent.change(field(), { target: { value: name } })
  /** A colleague saves another name, and one comes back to the window. */
  const renamed = async (name: string) => {
    server.name = name
    const { holderList }: typeof import('@/identity/desk/stores') = require('@/identity/desk/stores')
    await work.act(() => holderList.refresh(`${work.me.id} ${region}`))
  }
  return { ...work, field, write, renamed }
}

it('a name that was saved says so', async () => {
  const { screen, fireEvent, field, write } = await atHolder()
  write('小陈')
  fireEvent.click(screen.getByRole('button', { name: '保存称呼' }))
  expect(await screen.findByText('已保存。')).toBeTruthy()
  expect(field()).toHaveProperty('value', '小陈')
})

it('what is typed while a name is being saved is still to be saved', async () => {
  const { screen, fireEvent, field, write } = await atHolder()
  write('小陈')
  fireEvent.click(screen.getByRole('button', { name: '保存称呼' }))
  write('小陈老师')
  expect(await screen.findByRole('heading', { name: '小陈 · 8K3M 92QT' })).toBeTruthy()
  expect(field()).toHaveProperty('value', '小陈老师')
  expect(screen.getByText('还没有保存')).toBeTruthy()
})

it('a name that a colleague saved stands in the form where nothing is written', async () => {
  const { screen, field, renamed } = await atHolder()
  await renamed('老陈')
  expect(field()).toHaveProperty('value', '老陈')
  expect(screen.getByText('没有改动')).toBeTruthy()
})

it('what is being written stays when a colleague saves another name, and both are shown', async () => {
  const { screen, fireEvent, field, write, renamed, bodies } = await atHolder()
  write('小陈')
  await renamed('老陈')
  expect(field()).toHaveProperty('value', '小陈')
  expect(screen.getByRole('radio', { name: '对方的：老陈' })).toBeTruthy()
  expect(screen.getByRole('radio', { name: '我写的：小陈' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '保存称呼' }))
  expect(await screen.findByText('已保存。')).toBeTruthy()
  expect(bodies(rename)).toEqual([{ region, name: '小陈' }])
  expect(screen.queryByRole('radio')).toBeNull()
})

it('the name that a colleague saved can be taken over, with nothing left to save', async () => {
  const { screen, fireEvent, field, write, renamed } = await atHolder()
  write('小陈')
  await renamed('老陈')
  fireEvent.click(screen.getByRole('radio', { name: '对方的：老陈' }))
  expect(field()).toHaveProperty('value', '老陈')
  expect(screen.getByRole('button', { name: '保存称呼' })).toHaveProperty('disabled', true)
})

it('one’s own name says that it was saved as well, and keeps what is typed after it', async () => {
  const me = aMe()
  const server: { answer?: (me: unknown) => void } = {}
  const {
    open,
    screen,
    fireEvent,
    phone: _,
    act,
    ...work
  } = atWork(
    [staff('audit')],
    {
      'GET /api/me': () => new Promise((resolve) => Object.assign(server, { answer: resolve })),
      [`PUT /api/staff/persons/${me.id}/name`]: { id: me.id, no: me.no, name: '小林' },
    },
    wide,
  )
  open('desk/home')
  fireEvent.click(await screen.findByRole('button', { name: /[0-9A-Z]{4} [0-9A-Z]{4}$/ }))
  fireEvent.click(screen.getByRole('button', { name: '起个内部称呼' }))
  const field = () => screen.getByRole('textbox', { name: /^内部称呼/ })
  fireEvent.change(field(), { target: { value: '小林' } })
  fireEvent.click(screen.getByRole('button', { name: '保存称呼' }))
  expect(await screen.findByText('已保存。')).toBeTruthy()
  fireEvent.change(field(), { target: { value: '小林子' } })
  await act(async () => server.answer?.({ ...work.me, names: { [region]: '小林' } }))
  expect(await screen.findByRole('button', { name: /^小林 · / })).toBeTruthy()
  expect(field()).toHaveProperty('value', '小林子')
  expect(screen.queryByRole('radio')).toBeNull()
})
