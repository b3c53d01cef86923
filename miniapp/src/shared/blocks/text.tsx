import { Text, View } from '@tarojs/components'
import { Heading } from '@/shared/components/heading'
import { Hint } from '@/shared/components/text'
import type { BlockOf } from './block-of'
import css from './blocks.module.scss'
import { paragraphs } from './words'

/** The exhibit's own title is of level 2. */
export function HeadingBlock({ block: { text, level } }: { block: BlockOf<'heading'> }) {
  return (
    <Heading level={3} size={level <= 2 ? 'part' : 'row'}>
      {text}
    </Heading>
  )
}

export function TextBlock({ block: { text } }: { block: BlockOf<'text'> }) {
  return <Paragraphs text={text} />
}

export function Paragraphs({ text }: { text: string }) {
  return (
    <View className={css.paragraphs}>
      {paragraphs(text).map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name
        <View key={at} className={css.paragraph}>
          <Text>{line}</Text>
        </View>
      ))}
    </View>
  )
}

export function QuotationBlock({ block: { text, by, source } }: { block: BlockOf<'quotation'> }) {
  const from = [by, source].filter((one) => one !== '').join('，')
  return (
    <View className={css.quotation}>
      <Paragraphs text={text} />
      {from !== '' && <Hint>—— {from}</Hint>}
    </View>
  )
}
