import { Text } from '@tarojs/components'
import { Button } from '@/shared/components/button'
import { Row } from '@/shared/components/row'
import { Sheet } from '@/shared/components/sheet'
import { Stack } from '@/shared/components/stack'
import { changeAge } from '@/shared/session/age-answer'
import { useAge } from '@/shared/storage/settings'

const answers = { adult: '已满 18 周岁', minor: '未满 18 周岁' } as const

/** What one answered, and the way to put a slip right. Whoever was not asked yet is asked where it matters. */
export function AgeRow({ onChange }: { onChange: () => void }) {
  const age = useAge()
  if (age === null) return null
  const text = age === 'minor' ? `${answers.minor}，不显示销售网点` : answers.adult
  return <Row icon="people" title="年龄的回答" text={text} onTap={onChange} />
}

/** Asks again; nothing else that is kept changes. */
export function AgeSheet({ onClose }: { onClose: () => void }) {
  const age = useAge()
  const answer = (next: 'adult' | 'minor') => () => {
    changeAge(next)
    onClose()
  }
  return (
    <Sheet title="改年龄的回答" onClose={onClose}>
      <Stack gap={3}>
        <Text>只改这一项，收藏和别的设置不变。登录后，回答也存在你的账号下。</Text>
        <Button tone={age === 'minor' ? 'primary' : 'plain'} block onTap={answer('adult')}>
          我已满 18 周岁
        </Button>
        <Button block onTap={answer('minor')}>
          我未满 18 周岁
        </Button>
      </Stack>
    </Sheet>
  )
}
