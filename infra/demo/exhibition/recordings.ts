/** What is to be heard in the exhibition: a few notes, composed for it, so that there is something to listen to. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Block } from '../../../functions/shared/blocks/block'
import type { DemoGallery } from './parts'

export type DemoRecording = { id: string; title: string; transcript: string; read: () => Buffer }

/** In which exhibit it plays. */
const slug = 'years'

/** Of a city: eleven seconds, mono, 32 kbit/s. */
export const recordingIn = (adcode: string): DemoRecording => ({
  id: `${adcode}-demo-chime`,
  title: '展馆的钟声（演示）',
  transcript:
    '没有人说话，是十一秒的钟声：十二个音，先一级一级往上，再一级一级往下，最后又升上去，慢慢轻下来。\n演示：这段声音是为展馆生成的，不是历史录音。',
  read: () => readFileSync(join(__dirname, 'recordings/chime.mp3')),
})

/** The gallery with its recording: it stands below the text of its exhibit, before where the facts are from. */
export const withRecording = (adcode: string, gallery: DemoGallery): DemoGallery => ({
  ...gallery,
  exhibits: gallery.exhibits.map((exhibit) =>
    exhibit.slug === slug
      ? { ...exhibit, blocks: [...exhibit.blocks.slice(0, -1), blockOf(adcode), ...exhibit.blocks.slice(-1)] }
      : exhibit,
  ),
})

const blockOf = (adcode: string): Block => {
  const { id, title, transcript } = recordingIn(adcode)
  return { id: 'recording', type: 'audio', media: id, title, transcript }
}
