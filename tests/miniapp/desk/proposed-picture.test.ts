/**
 * @jest-environment ./tests/support/screen-environment.cjs
 *
 * The picture of a published gift, as both of those who it takes meet it at the desk.
 */
import { aPicture } from '../media/builders'
import { aGift, aProposal } from './builders'
import { atWork, outlet, type Routes, refused, staff } from './work'

jest.mock('@/shared/blocks/editor/choose-file', () => ({
  chooseFile: async () => new File(['abc'], '米.jpg', { type: 'image/jpeg' }),
}))
jest.mock('@/media/desk/browser', () => ({
  sendFile: async () => 'sent',
  pauseAfter: async () => {},
}))

const wide = { width: 1440 }
const gift = aGift({ outlets: [outlet] })
const hidden = { ...gift, isPublished: false }
const picture = aPicture({ power: 'gifts', description: '礼品：杂粮礼包' })
const form = { url: 'https://bucket.test', fields: { key: 'quarantine/1' } }
const everything: Routes = {
  'GET /api/staff/gifts': { gifts: [gift] },
  'GET /api/staff/proposals': { proposals: [] },
  'POST /api/staff/media': { media: picture, form },
  [`POST /api/staff/media/${picture.id}/finish`]: picture,
  'POST /api/staff/media/list': { media: [picture] },
}
const upload = async ({ screen, fireEvent }: Pick<ReturnType<typeof atWork>, 'screen' | 'fireEvent'>) => {
  fireEvent.click(await screen.findByRole('button', { name: '选一张图片' }))
  fireEvent.click(await screen.findByRole('button', { name: '上传' }))
}
const pictureProposal = aProposal({
  operation: 'changePicture',
  subject: gift.id,
  label: gift.name,
  changes: [{ field: 'picture', before: 'aaaaaaaaaaaaaaaa', after: 'bbbbbbbbbbbbbbbb' }],
})

describe('a picture that is chosen', () => {
  it('for a published gift is proposed, and says that a colleague has to look at it', async () => {
    const work = atWork(
      [staff('gifts')],
      { ...everything, 'POST /api/staff/proposals': () => ({ ...pictureProposal, proposedBy: work.me.id }) },
      wide,
    )
    const { open, screen, fireEvent, bodies } = work
    open('desk/pages/points/gifts')
    fireEvent.click(await screen.findByRole('button', { name: /杂粮礼包/ }))
    expect(screen.getByText(/这件礼品已上架，换成新图片再由同事复核一次/)).toBeTruthy()
    await upload(work)
    expect(await screen.findByText(/新图片已提交，等另一位同事复核/)).toBeTruthy()
    expect(bodies('POST /api/staff/media')).toMatchObject([
      { region: '320800', power: 'gifts', type: 'image/jpeg', description: '礼品：杂粮礼包' },
    ])
    expect(bodies('POST /api/staff/proposals')).toEqual([
      { operation: 'changePicture', gift: gift.id, request: { media: picture.id } },
    ])
    expect(await screen.findByText(/更换礼品图片：杂粮礼包。我/)).toBeTruthy()
  })

  it('for a gift that nobody sees yet is there at once', async () => {
    const path = `PUT /api/staff/gifts/${gift.id}/picture`
    const { id, width, height, renditions } = picture
    const media = { id, kind: 'picture', width, height, seconds: null, renditions }
    const work = atWork(
      [staff('gifts')],
      {
        ...everything,
        'GET /api/staff/gifts': { gifts: [hidden] },
        [path]: { ...hidden, media, version: 4 },
      },
      wide,
    )
    const { open, screen, fireEvent, bodies } = work
    open('desk/pages/points/gifts')
    fireEvent.click(await screen.findByRole('button', { name: /杂粮礼包/ }))
    expect(screen.getByText(/没有审过，礼品不能上架/)).toBeTruthy()
    await upload(work)
    expect(await screen.findByText('等另一位同事审，审过才能公开。')).toBeTruthy()
    expect(bodies(path)).toEqual([{ media: picture.id }])
  })

  it('that was uploaded and could not be stored is stored by another press, without another upload', async () => {
    const path = `PUT /api/staff/gifts/${gift.id}/picture`
    let isGone = true
    const work = atWork(
      [staff('gifts')],
      {
        ...everything,
        'GET /api/staff/gifts': { gifts: [hidden] },
        [path]: () => (isGone ? refused('internal', 500) : { ...hidden, version: 4 }),
      },
      wide,
    )
    const { open, screen, fireEvent, bodies, waitFor } = work
    open('desk/pages/points/gifts')
    fireEvent.click(await screen.findByRole('button', { name: /杂粮礼包/ }))
    await upload(work)
    const repeated = await screen.findByRole('button', { name: '图片已经传好，再存一次' })
    isGone = false
    fireEvent.click(repeated)
    await waitFor(() => expect(bodies(path)).toHaveLength(2))
    expect(bodies('POST /api/staff/media')).toHaveLength(1)
  })
})

describe('the picture of a gift at the desk', () => {
  const { id, width, height, renditions } = picture
  const media = { id, kind: 'picture', width, height, seconds: null, renditions }
  const openGift = async (routes: Routes) => {
    const work = atWork([staff('gifts')], { ...everything, ...routes }, wide)
    work.open('desk/pages/points/gifts')
    work.fireEvent.click(await work.screen.findByRole('button', { name: /杂粮礼包/ }))
    return work
  }

  it('has the one beside it that waits to take its place', async () => {
    const { screen } = await openGift({
      'GET /api/staff/proposals': { proposals: [{ ...pictureProposal, media: id }] },
    })
    expect(await screen.findByText(/^新图片已提交，等另一位同事复核/)).toBeTruthy()
    expect((await screen.findByLabelText('等复核的新图片')).outerHTML).toContain(
      'https://bucket.test/1440.webp',
    )
  })

  it('says so where WeChat found it risky late, and what citizens see meanwhile', async () => {
    const risky = { ...picture, state: 'refused', check: 'risky', renditions: [] }
    const { screen } = await openGift({
      'GET /api/staff/gifts': { gifts: [{ ...gift, media }] },
      'POST /api/staff/media/list': { media: [risky] },
    })
    expect(await screen.findByText(/^微信检查认为不合规，已经撤下/)).toBeTruthy()
    expect(
      screen.getByText('市民现在看到的是一张图画，不是照片。换一张图片，再由另一位同事审。'),
    ).toBeTruthy()
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

  it('that was uploaded sees it before anybody else may, and that it has to be approved first', async () => {
    const proposal = { ...pictureProposal, media: picture.id }
    const { open, screen } = atWork(
      [staff('gifts')],
      { ...everything, 'GET /api/staff/proposals': { proposals: [proposal] } },
      { ...wide, params: { id: proposal.id } },
    )
    open('desk/review')
    const next = await screen.findByLabelText('要换成的图片')
    expect(next.outerHTML).toContain('https://bucket.test/1440.webp')
    expect(screen.getByText('等另一位同事审，审过才能公开。')).toBeTruthy()
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
    const repeated = await screen.findByRole('button', { name: '再取一次' })
    const isLocked = () => screen.getByRole('button', { name: '通过' }).hasAttribute('disabled')
    expect(isLocked()).toBe(true)
    expect(screen.getByRole('button', { name: '不通过' }).hasAttribute('disabled')).toBe(false)
    isGone = false
    fireEvent.click(repeated)
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
