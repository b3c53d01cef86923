import type { ExportResponse } from '@contract/identity'
import { useState } from 'react'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { ResultLine } from '@/shared/components/result-line'
import { Stack } from '@/shared/components/stack'
import { Hint } from '@/shared/components/text'
import { fileName, fileText } from './points-by-city'
import { save, saveWords } from './save'

/** All of it as one JSON text, every entry and every order included. */
export function TakeAway({ data }: { data: ExportResponse }) {
  const [saved, setSaved] = useState<boolean | null>(null)
  return (
    <Card title="导出">
      <Stack gap={3}>
        <Hint>全部内容，一条流水也不少。格式是 JSON，别的程序也能读。</Hint>
        {saved !== null && (
          <ResultLine tone={saved ? 'done' : 'wrong'}>
            {saved ? saveWords.done : '没有成功，手机没有允许。数据都还在，可以再试一次。'}
          </ResultLine>
        )}
        <Button block icon="download" onTap={() => void save(fileName(data), fileText(data)).then(setSaved)}>
          {saveWords.label}
        </Button>
      </Stack>
    </Card>
  )
}
