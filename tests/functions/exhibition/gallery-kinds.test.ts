import { galleryKindOf, galleryKinds } from '../../../functions/exhibition/contract'

it('a gallery that this program does not know is a gallery of another kind', () => {
  expect(galleryKinds.map(galleryKindOf)).toEqual(galleryKinds)
  expect(galleryKindOf('opera')).toBe('other')
})
