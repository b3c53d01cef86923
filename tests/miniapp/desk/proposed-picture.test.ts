/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * The picture of a published gift, as both of those who it takes meet it at the desk.
 */
import { aGift, aProposal } from './builders'
import { atWork, outlet, type Routes, refused, staff } from './work'

jest.mock('@/points/desk/gift/picture', () => ({
  pickPicture: async () => ({ state: 'picked', image: '/9j/4AAQ' }),
}))

const wide = { width: 1440 }
const gift = aGift({ outlets: [outlet] })
const hidden = { ...gift, isPublished: false }
const everything: Routes = {
  'GET /api/staff/gifts': { gifts: [gift] },
  'GET /api/staff/proposals': { proposals: [] },
}
const pictureProposal = aProposal({
  operation: 'changePicture',
  subject: gift.id,
  label: gift.name,
  changes: [{ field: 'picture', before: 'aaaaaaaaaaaaaaaa', after: 'bbbbbbbbbbbbbbbb' }],
})

describe('a picture that is chosen', () => {
  it('for a published gift is proposed, and says that a colleague has to look at it', async () => {
    const { open, screen, fireEvent, bodies, me } = atWork(
      [staff('gifts')],
      { ...everything, 'POST /api/staff/proposals': () => ({ ...pictureProposal, proposedBy: me.id }) },
      wide,
    )
    open('desk/pages/points/gifts')
    fireEvent.click(await screen.findByRole('button', { name: /杂粮礼包/ }))
    expect(screen.getByText(/这件礼品已上架，新图片先由另一位同事复核/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '加一张图片' }))
    expect(await screen.findByText(/图片已提交，等另一位同事复核/)).toBeTruthy()
    expect(bodies('POST /api/staff/proposals')).toEqual([
      { operation: 'changePicture', gift: gift.id, request: { image: '/9j/4AAQ' } },
    ])
    expect(await screen.findByText(/更换礼品图片：杂粮礼包。我/)).toBeTruthy()
  })

  it('for a gift that nobody sees yet is there at once', async () => {
    const path = `PUT /api/staff/gifts/${gift.id}/picture`
    const { open, screen, fireEvent, bodies } = atWork(
      [staff('gifts')],
      { ...everything, 'GET /api/staff/gifts': { gifts: [hidden] }, [path]: { ...hidden, version: 4 } },
      wide,
    )
    open('desk/pages/points/gifts')
    fireEvent.click(await screen.findByRole('button', { name: /杂粮礼包/ }))
    expect(screen.getByText(/换好就生效/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '加一张图片' }))
    await screen.findByRole('button', { name: '加一张图片' })
    expect(bodies(path)).toEqual([{ image: '/9j/4AAQ' }])
  })
})

describe('whoever reviews a picture', () => {
  it('sees the one there is and the one that would come', async () => {
    const { open, screen } = atWork(
      [staff('gifts')],
      {
        ...everything,
        'GET /api/staff/proposals': { proposals: [pictureProposal] },
        [`GET /api/staff/proposals/${pictureProposal.id}/picture`]: {
          image: '/9j/4AAQ',
          mediaType: 'image/jpeg',
        },
      },
      { ...wide, params: { id: pictureProposal.id } },
    )
    open('desk/review')
    const next = await screen.findByLabelText('要换成的图片')
    expect(next.outerHTML).toContain('data:image/jpeg;base64,/9j/4AAQ')
    // Whole: what a square would cut off is public as well.
    expect(next.style.objectFit).toBe('contain')
    expect(screen.getByLabelText('现在的图片')).toBeTruthy()
    expect(screen.getByText(/通过后市民马上看到这张图片/)).toBeTruthy()
    expect(screen.queryByText(/bbbbbbbbbbbbbbbb/)).toBeNull()
  })

  it('approves none that is not on the screen, and may ask for it again', async () => {
    let isGone = true
    const { open, screen, fireEvent, waitFor } = atWork(
      [staff('gifts')],
      {
        ...everything,
        'GET /api/staff/proposals': { proposals: [pictureProposal] },
        [`GET /api/staff/proposals/${pictureProposal.id}/picture`]: () =>
          isGone ? refused('internal', 500) : { image: '/9j/4AAQ', mediaType: 'image/jpeg' },
      },
      { ...wide, params: { id: pictureProposal.id } },
    )
    open('desk/review')
    const again = await screen.findByRole('button', { name: '再取一次' })
    const isLocked = () => screen.getByRole('button', { name: '通过' }).hasAttribute('disabled')
    expect(isLocked()).toBe(true)
    expect(screen.getByRole('button', { name: '不通过' }).hasAttribute('disabled')).toBe(false)
    isGone = false
    fireEvent.click(again)
    await screen.findByLabelText('要换成的图片')
    await waitFor(() => expect(isLocked()).toBe(false))
  })

  it('of a gift that comes on sale sees its picture beside the rest', async () => {
    const changes = [
      { field: 'name', before: '', after: '杂粮礼包' },
      { field: 'picture', before: '', after: 'bbbbbbbbbbbbbbbb' },
      { field: 'isPublished', before: '', after: 'true' },
    ]
    const proposal = aProposal({ operation: 'changeGift', subject: gift.id, label: gift.name, changes })
    const { open, screen } = atWork(
      [staff('gifts')],
      { ...everything, 'GET /api/staff/proposals': { proposals: [proposal] } },
      { ...wide, params: { id: proposal.id } },
    )
    open('desk/review')
    const shown = await screen.findByLabelText('上架后的图片')
    expect(shown.outerHTML).toContain(`/api/gifts/${gift.id}/pictures/bbbbbbbbbbbbbbbb`)
    expect(screen.queryByText(/bbbbbbbbbbbbbbbb/)).toBeNull()
  })
})
