import { ok } from '@common/result'
import type { Me } from '@contract/identity'
import { Text } from '@tarojs/components'
import { Button } from '@/shared/components/button'
import { Card } from '@/shared/components/card'
import { FailureLine } from '@/shared/components/result-line'
import { Stack, Wrap } from '@/shared/components/stack'
import { openPage } from '@/shared/navigation/navigation'
import { useAction } from '@/shared/query/use-action'
import { missingConsents, namesOf } from '@/shared/session/consents'
import { session } from '@/shared/session/session'
import { address, useElder } from '@/shared/storage/settings'

const pages = { privacy: '/about/privacy/index', points: '/about/rules/index' } as const

/** A text has a new version, or the consent could not be put on record at the login: asks here, until it is. */
export function Agree({ me }: { me: Me }) {
  const elder = useElder()
  const missing = missingConsents(me)
  const agreeing = useAction(async () => {
    for (const text of missing) {
      const answer = await session.consent(text)
      if (!answer.ok) return answer
    }
    return ok(null)
  })
  if (missing.length === 0) return null
  return (
    <Card title="请看一看说明">
      <Stack gap={3}>
        <Text>
          {address(elder, `${namesOf(missing)}有新的版本，还没有你的同意。看过以后，在这里按同意。`)}
        </Text>
        <Wrap>
          {missing.map((text) => (
            <Button key={text} icon="document" onTap={() => openPage(pages[text])}>
              {`看${namesOf([text])}`}
            </Button>
          ))}
        </Wrap>
        <FailureLine failure={agreeing.failure} />
        <Button tone="primary" block disabled={agreeing.busy} onTap={() => void agreeing.run()}>
          {agreeing.busy ? '正在记下' : '同意'}
        </Button>
      </Stack>
    </Card>
  )
}
