import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { Field } from '@/shared/components/field'
import { Page } from '@/shared/components/page'
import { ResultLine } from '@/shared/components/result-line'
import { Screen } from '@/shared/components/screen'
import { Stack } from '@/shared/components/stack'
import { canScan, scanCode } from '@/shared/platform/scan'
import { address, useElder } from '@/shared/storage/settings'
import css from './approve.module.scss'
import { scannedTicket, typedTicket } from './ticket'

/** Scan the code on the other screen, or type what stands below it. */
export function Find({ onFound }: { onFound: (id: string) => void }) {
  const elder = useElder()
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState<string | null>(null)

  async function scan(): Promise<void> {
    const scanned = await scanCode()
    if (scanned.state === 'cancelled') return
    if (scanned.state === 'unavailable') return setSaid('打不开扫码，请输入登录码下面的二十位字。')
    const id = scannedTicket(scanned.text)
    if (id) onFound(id)
    else setSaid('这不是福驿的登录码。请扫电脑上福驿显示的码。')
  }

  function enter(): void {
    const id = typedTicket(typed)
    if (id) onFound(id)
    else setSaid('输入的不对，一共二十位。空格和大小写都没关系。')
  }

  return (
    <Screen
      title="登录电脑"
      actions={
        canScan ? (
          <Button tone="primary" block icon="scan" onTap={() => void scan()}>
            扫登录码
          </Button>
        ) : undefined
      }
    >
      <Page foot>
        <Text className={css.lead}>
          {address(
            elder,
            '在电脑的浏览器里打开福驿，进“我的”，按“登录”，会看到一个登录码。电脑请你再确认一次时，也扫那里的码。',
          )}
        </Text>
        {said && <ResultLine tone="wrong">{said}</ResultLine>}
        <Card title={canScan ? '扫不了就输入' : '输入登录码'}>
          <Stack gap={3}>
            <Field
              label="登录码下面的二十位字"
              value={typed}
              onChange={setTyped}
              max={40}
              confirm="go"
              onConfirm={enter}
            />
            <Button block disabled={typed.trim() === ''} onTap={enter}>
              下一步
            </Button>
          </Stack>
        </Card>
      </Page>
    </Screen>
  )
}
