/** The exhibition of each demonstration city, in the order in which one walks it. Pictures wait for the domain of media. */
import { footprints } from './footprints'
import { games } from './games'
import { history } from './history'
import type { DemoGallery } from './parts'
import { rational } from './rational'
import { stations } from './stations'
import { stories } from './stories'

const galleriesOf = (city: '320800' | '371600'): readonly DemoGallery[] => [
  history[city],
  games,
  footprints[city],
  stories,
  stations[city],
  rational,
]

export const demoExhibition = [
  { adcode: '320800', galleries: galleriesOf('320800') },
  { adcode: '371600', galleries: galleriesOf('371600') },
]
