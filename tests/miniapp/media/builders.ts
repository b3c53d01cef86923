import type { Media } from '@contract/media'

export const aRecording = (change: Partial<Media> = {}): Media => ({
  ...aPicture(),
  ...{ id: '320800-sound1', type: 'audio/mpeg', bytes: 1_200_000, description: '老站长的话' },
  ...{ width: null, height: null, seconds: 75, words: '那年我二十岁。\n站里只有一张桌子。' },
  renditions: [
    { src: 'https://bucket.test/sound.mp3', type: 'audio/mpeg', width: null, height: null, bytes: 1_200_000 },
  ],
  ...change,
})

export const aFilm = (change: Partial<Media> = {}): Media => ({
  ...aPicture(),
  ...{ id: '320800-film1', type: 'video/mp4', bytes: 12_000_000, description: '开馆那天' },
  ...{ width: 640, height: 360, seconds: 200, words: '0:00　欢迎来到展馆' },
  renditions: [
    { src: 'https://bucket.test/film.mp4', type: 'video/mp4', width: 640, height: 360, bytes: 12_000_000 },
  ],
  ...change,
})

export const aPicture = (change: Partial<Media> = {}): Media => ({
  id: '320800-picture1',
  region: '320800',
  state: 'ready',
  type: 'image/jpeg',
  bytes: 2_400_000,
  description: '一张绿色的票',
  by: '0000000000000000000b',
  at: '2026-03-04T02:00:00.000Z',
  width: 2000,
  height: 1500,
  seconds: null,
  renditions: [
    { src: 'https://bucket.test/360.webp', type: 'image/webp', width: 360, height: 270, bytes: 9_000 },
    { src: 'https://bucket.test/1440.webp', type: 'image/webp', width: 1440, height: 1080, bytes: 90_000 },
  ],
  decided: null,
  ...change,
})
