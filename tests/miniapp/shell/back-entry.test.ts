/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * The browser's step back before one leaves a page over which something lies: nothing waits for it for ever.
 */
import { start } from './start'

/** Of the programs of the tests before: they would take the step back for one of theirs. */
const heard: EventListenerOrEventListenerObject[] = []
afterEach(() => {
  for (const listener of heard.splice(0)) window.removeEventListener('popstate', listener, true)
})

function aBrowser() {
  start()
  // Whatever an earlier test left the browser at is the page's own entry now.
  window.history.replaceState(null, '')
  const listening = jest.spyOn(window, 'addEventListener')
  const {
    watchBack,
    notePageShown,
    dropBackEntry,
  }: typeof import('@/shared/navigation/back-entry.h5') = require('@/shared/navigation/back-entry.h5')
  const { addLayer }: typeof import('@/shared/navigation/layers') = require('@/shared/navigation/layers')
  watchBack(() => false)
  for (const [type, listener] of listening.mock.calls) if (type === 'popstate') heard.push(listener)
  listening.mockRestore()
  notePageShown()
  return { dropBackEntry, addLayer }
}
const settled = () => new Promise((done) => queueMicrotask(() => done(undefined)))

async function withSheet() {
  const browser = aBrowser()
  const close = browser.addLayer(() => {})
  await settled()
  expect(window.history.state).toMatchObject({ layer: true })
  return { ...browser, close }
}

afterEach(() => jest.restoreAllMocks())

it('waits for the step back, and then for nothing', async () => {
  const { dropBackEntry, close } = await withSheet()
  close()
  await dropBackEntry()
  expect(window.history.state?.layer).toBeUndefined()
  expect(dropBackEntry()).toBeNull()
})

it('a browser that is at the page already, without a word of it, is not waited for', async () => {
  const { dropBackEntry } = await withSheet()
  const back = jest.spyOn(window.history, 'back').mockImplementation(() => {})
  window.history.replaceState(null, '')
  expect(dropBackEntry()).toBeNull()
  expect(back).not.toHaveBeenCalled()
})

it('a step that the browser never takes is waited for once: whoever presses again goes on', async () => {
  const { dropBackEntry } = await withSheet()
  jest.spyOn(window.history, 'back').mockImplementation(() => {})
  const first = dropBackEntry()
  expect(first).not.toBeNull()
  expect(dropBackEntry()).toBeNull()
  await first
})

it('what the page wrote into its address while something lay over it stays, when that is put away', async () => {
  const { dropBackEntry, close } = await withSheet()
  const {
    writeAddress,
  }: typeof import('@/shared/navigation/address.h5') = require('@/shared/navigation/address.h5')
  writeAddress('id', 'written-under-a-sheet')
  close()
  await dropBackEntry()
  expect(window.history.state?.layer).toBeUndefined()
  expect(window.location.hash).toContain('id=written-under-a-sheet')
  writeAddress('id', null)
})

it('what a page behind wanted in its address is not for the page that is shown next', async () => {
  const { close, dropBackEntry } = await withSheet()
  const {
    writeAddress,
  }: typeof import('@/shared/navigation/address.h5') = require('@/shared/navigation/address.h5')
  const {
    addressNow,
    notePageShown,
  }: typeof import('@/shared/navigation/back-entry.h5') = require('@/shared/navigation/back-entry.h5')
  writeAddress('id', 'of-the-page-behind')
  window.history.replaceState(window.history.state, '', '#/desk/home/index')
  notePageShown()
  expect(addressNow()).toBe('#/desk/home/index')
  close()
  await dropBackEntry()
  window.history.replaceState(null, '', '#')
})
