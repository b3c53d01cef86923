import type { ExportResponse } from '@contract/identity'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { ResultLine } from '@/shared/components/result-line'
import css from './data.module.scss'
import { fileName, fileText } from './points-by-city'
import { save, saveWords } from './save'

/** All of it as one JSON text, every entry and every order included. */
export function TakeAway({ data }: { data: ExportResponse }) {
  const [saved, setSaved] = useState<boolean | null>(null)
  return (
    <Card title="导出">
      <View className={css.part}>
        <Text className={css.hint}>全部内容，一条流水也不少。格式是 JSON，别的程序也能读。</Text>
        {saved !== null && (
          <ResultLine tone={saved ? 'done' : 'wrong'}>
            {saved ? saveWords.done : '没有成功，手机没有允许。数据都还在，可以再试一次。'}
          </ResultLine>
        )}
        <Button block icon="download" onTap={() => void save(fileName(data), fileText(data)).then(setSaved)}>
          {saveWords.label}
        </Button>
      </View>
    </Card>
  )
}
