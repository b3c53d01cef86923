/** The exhibition of each demonstration city, in the order in which one walks it, and the pictures in it. */
import { demoBulletins } from './bulletins'
import { documentsOf } from './documents'
import { footprints } from './footprints'
import { fundYearsOf } from './fund'
import { games } from './games'
import { history } from './history'
import type { DemoGallery } from './parts'
import { picturesOf, withPictures } from './pictures'
import { rational } from './rational'
import { recordingIn, withRecording } from './recordings'
import { stations } from './stations'
import { stories } from './stories'

const galleriesOf = (city: '320800' | '371600'): readonly DemoGallery[] => [
  withRecording(city, history[city]),
  games,
  footprints[city],
  stories,
  stations[city],
  rational,
]

const exhibitionOf = (adcode: '320800' | '371600') => {
  const galleries = galleriesOf(adcode)
  return {
    adcode,
    galleries: galleries.map((gallery) => withPictures(adcode, gallery)),
    pictures: picturesOf(adcode, galleries),
    years: fundYearsOf(adcode),
    bulletins: demoBulletins[adcode],
    documents: documentsOf(demoBulletins[adcode]),
    recordings: [recordingIn(adcode)],
  }
}

export const demoExhibition = [exhibitionOf('320800'), exhibitionOf('371600')]
