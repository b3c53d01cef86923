import { categoryNames } from '@functions/exhibition/contract/categories'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { useDesk } from '@/desk/desk'
import type { BulletinFieldProps } from '@/shared/blocks/editor/props'
import { Button } from '@/shared/components/button'
import { Field } from '@/shared/components/field'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { Row } from '@/shared/components/row'
import { Stack } from '@/shared/components/stack'
import { Hint } from '@/shared/components/text'
import { useAnswer } from '@/shared/query/use-answer'
import { findBulletins } from '../api'
import { useBulletinTitles } from '../bulletin-titles'
import own from './entry.module.scss'

/** The one bulletin that a block shows: what is public, looked for by its words. */
export function BulletinField({ value, onChange }: BulletinFieldProps) {
  const [isOpen, setOpen] = useState(value === '')
  const title = useBulletinTitles([value]).get(value)
  function choose(id: string): void {
    setOpen(false)
    onChange(id)
  }
  return (
    <Stack gap={2}>
      {title !== undefined && title !== null && <Row first icon="document" title={title} text="公益发布" />}
      {title === null && (
        <ResultLine tone="wrong">
          这一条还没有公开，或者已经撤下。换一条，或者删去这一块，才能提交。
        </ResultLine>
      )}
      {isOpen ? <Finding onChoose={choose} /> : <Button onTap={() => setOpen(true)}>换一条公益信息</Button>}
    </Stack>
  )
}

/** Without words the newest. */
function Finding({ onChoose }: { onChoose: (id: string) => void }) {
  const region = useDesk()?.region ?? ''
  const [words, setWords] = useState('')
  const asked = words.trim()
  const { value, failure } = useAnswer(`${region} ${asked}`, () => findBulletins(region, asked))
  // What was found before stays while more is typed.
  const latest = useRef(value)
  if (value) latest.current = value
  const found = latest.current
  return (
    <>
      <Field
        label="找一条已经公开的公益信息"
        isRequired
        value={words}
        max={40}
        placeholder="标题或正文里的词"
        hint={hintOf(asked, value?.length ?? null)}
        confirm="search"
        onChange={setWords}
      />
      {found && found.length > 0 && (
        <View className={own.found} role="list" aria-label="可以选的公益信息">
          {found.map(({ id, title, date, category }, at) => (
            <View key={id} role="listitem">
              <Row
                first={at === 0}
                icon="document"
                title={title}
                text={[date, category === 'other' ? '' : categoryNames[category]].filter(Boolean).join('　')}
                onTap={() => onChoose(id)}
              />
            </View>
          ))}
        </View>
      )}
      {!found && !failure && <Hint>正在查找</Hint>}
      <FailureLine failure={failure} />
    </>
  )
}

function hintOf(words: string, found: number | null): string {
  if (found === null) return '点一条就选上。'
  if (found > 0) return words === '' ? '最近公开的，点一条就选上。' : '点一条就选上。'
  return words === '' ? '本市还没有公开的公益信息。' : `没有找到“${words}”。`
}
