import type { Media } from '@contract/media'

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
  renditions: [
    { src: 'https://bucket.test/360.webp', type: 'image/webp', width: 360, height: 270, bytes: 9_000 },
    { src: 'https://bucket.test/1440.webp', type: 'image/webp', width: 1440, height: 1080, bytes: 90_000 },
  ],
  decided: null,
  ...change,
})
