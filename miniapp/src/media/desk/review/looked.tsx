import type { Media } from '@contract/media'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import css from '@/desk/components/desk.module.scss'
import { AudioBlock } from '@/shared/blocks/audio'
import { PictureBlock } from '@/shared/blocks/pictures'
import { Paragraphs } from '@/shared/blocks/text'
import { VideoBlock } from '@/shared/blocks/video'
import { Heading } from '@/shared/components/heading'
import { ResultLine } from '@/shared/components/result-line'
import { mediaTitle, shownToStaff } from '../view'
import { DocumentLook } from './document-look'
import own from './looked.module.scss'

/** The file itself, as visitors will see or hear it; beside what plays stand all its words, unfolded, to be read along. */
export function Looked({ media }: { media: Media }) {
  const shown = shownToStaff(media)
  if (!shown) return null
  const title = media.description ?? mediaTitle(media)
  const block = { id: 'look', media: shown, title }
  switch (shown.kind) {
    case 'picture':
      return (
        <View className={css.part}>
          <PictureBlock
            picture={{ media: shown, description: media.description ?? '没有说明的图片', caption: '' }}
          />
        </View>
      )
    case 'audio':
      return (
        <Beside name="文字稿" words={media.words}>
          <AudioBlock block={{ ...block, type: 'audio', transcript: '' }} />
        </Beside>
      )
    case 'video':
      return (
        <Beside name="字幕" words={media.words}>
          <VideoBlock block={{ ...block, type: 'video', captions: [], poster: null }} />
        </Beside>
      )
    default:
      return <DocumentLook address={shown.renditions[0]?.src} />
  }
}

type BesideProps = { name: string; words: string | undefined; children: ReactNode }

function Beside({ name, words, children }: BesideProps) {
  return (
    <View className={css.part}>
      <View className={own.beside}>
        <View className={own.side}>{children}</View>
        <View className={own.side} role="group" aria-label={name}>
          <Heading level={3} size="row">
            {name}
          </Heading>
          {words ? (
            <Paragraphs text={words} />
          ) : (
            <ResultLine tone="doubt">{`传的人没有附上${name}，到展品的审批里对着看。`}</ResultLine>
          )}
        </View>
      </View>
    </View>
  )
}
