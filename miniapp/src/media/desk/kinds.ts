/** What the desk says of each kind of file, and which files it lets one choose. Pure. */
import type { MediaKind } from '@common/blocks/shown'
import { kindOfType, type MediaType, mediaTypes, mostBytesOf } from '@functions/media/contract/kinds'
import { sizeText } from './view'

export type KindWords = {
  name: string
  /** With its measure: `这一张`. */
  this: string
  choose: string
  another: string
  /** What is taken. */
  limits: string
  /** What is written before it is uploaded, for whoever decides about it. */
  first: string
  /** Where another type was chosen. */
  only: string
  /** For the browser's own dialog. */
  accept: string
}

const most = (kind: MediaKind) => `最大 ${mostBytesOf[kind] / 1024 / 1024} MB`

export const kindWords: Readonly<Record<MediaKind, KindWords>> = {
  picture: {
    ...{ name: '图片', this: '这一张', choose: '选一张图片', another: '换一张图片' },
    limits: `JPEG、PNG 或 WebP，${most('picture')}。拍摄地点等信息会去掉。`,
    first: '先在下面写图里有什么，再上传。',
    only: '只能传 JPEG、PNG 或 WebP 图片。手机的 HEIC 照片先存成 JPEG。',
    accept: 'image/jpeg,image/png,image/webp',
  },
  audio: {
    ...{ name: '声音', this: '这一段', choose: '选一段声音', another: '换一段声音' },
    limits: `MP3 或 M4A，${most('audio')}，大约半小时。录音地点、作者等信息会去掉。`,
    first: '先在下面写标题和文字稿，再上传：审的人要对着稿子听。',
    only: '只能传 MP3 或 M4A 声音。别的格式先用录音软件另存一份。',
    accept: '.mp3,.m4a,audio/mpeg,audio/mp4,audio/x-m4a',
  },
  video: {
    ...{ name: '视频', this: '这一段', choose: '选一段视频', another: '换一段视频' },
    limits: `MP4（H.264），长边不超过 1920，${most('video')}，大约五分钟。拍摄地点、时间等信息会去掉。`,
    first: '先在下面写标题和字幕，再上传：审的人要对着字幕看。',
    only: '只能传 MP4 视频。手机录的 MOV 先用剪辑软件导出成 MP4。',
    accept: '.mp4,video/mp4',
  },
  document: {
    ...{ name: '文件', this: '这一份', choose: '选一份 PDF', another: '换一份 PDF' },
    limits: `PDF，${most('document')}。作者等信息会尽量去掉，带密码或脚本的不收。`,
    first: '先写这份文件的名称，再上传。',
    only: '只能传 PDF 文件。文档和表格先另存为 PDF。',
    accept: '.pdf,application/pdf',
  },
}

/** What browsers call the same. */
const aliases: Readonly<Record<string, MediaType>> = {
  'audio/mp3': 'audio/mpeg',
  'audio/x-m4a': 'audio/mp4',
  'audio/m4a': 'audio/mp4',
}

/** Of a file that was chosen; null: of no kind that can be shown. */
export const typeOf = ({ type }: Pick<File, 'type'>): MediaType | null =>
  aliases[type] ?? mediaTypes.find((one) => one === type) ?? null

/** In words; null: it may be uploaded. The server looks at the content itself. */
export function problemOf(kind: MediaKind, file: Pick<File, 'type' | 'size'>): string | null {
  const words = kindWords[kind]
  const type = typeOf(file)
  if (type === null || kindOfType(type) !== kind) return words.only
  if (file.size > mostBytesOf[kind])
    return `${words.name}${most(kind)}，${words.this} ${sizeText(file.size)}。先缩小再传。`
  return file.size === 0 ? '这个文件是空的，换一个。' : null
}
