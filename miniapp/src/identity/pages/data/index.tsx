import { exportMe } from '@functions/identity/endpoints/export'
import { useState } from 'react'
import { call } from '@/shared/api/request'
import { FailureView } from '@/shared/components/failure-view'
import { LoginNeeded } from '@/shared/components/login-needed'
import { Page } from '@/shared/components/page'
import { FailureLine } from '@/shared/components/result-line'
import { Screen } from '@/shared/components/screen'
import { StateView, Waiting } from '@/shared/components/state'
import { useAnswer } from '@/shared/query/use-answer'
import { useMe } from '@/shared/session/session'
import { leave } from '../login/enter'
import { DeleteMe } from './delete-me'
import { ExportView } from './export-view'
import { Sessions } from './sessions'
import { TakeAway } from './take-away'

/** Years of a ledger may be long. */
const fetchExport = () => call(exportMe, {}, { timeout: 20_000 })

/** Everything stored about a person: to read, to export, to delete. */
export default function Data() {
  const me = useMe()
  const [gone, setGone] = useState(false)
  if (gone) return <Gone />
  if (!me)
    return (
      <Screen title="我的数据">
        <LoginNeeded
          title="登录后才有数据"
          text="没有登录的人，服务器上什么也没有存。手机里存了什么，看隐私说明。"
        />
      </Screen>
    )
  return (
    <Screen title="我的数据">
      {/* Another person on the same phone: nothing of the one before stays on the screen. */}
      <Loaded key={me.id} person={me.id} onGone={() => setGone(true)} />
    </Screen>
  )
}

function Loaded({ person, onGone }: { person: string; onGone: () => void }) {
  const { value, failure, asking, retry } = useAnswer(person, fetchExport)
  if (!value && failure) return <FailureView failure={failure} onRetry={retry} />
  if (!value) return <Waiting rows={5} text="正在取你的数据" />
  return (
    <Page foot>
      {!asking && <FailureLine failure={failure} />}
      <ExportView data={value} />
      <TakeAway data={value} />
      <Sessions sessions={value.sessions} onEnded={retry} />
      <DeleteMe data={value} onGone={onGone} />
    </Page>
  )
}

function Gone() {
  return (
    <Screen title="我的数据">
      <StateView
        scene="empty"
        title="已经删除"
        text="你的编号、身份、登录和与微信的绑定都删掉了。再登录就是一个新的人，从零开始。"
        action={{ label: '好', onTap: leave }}
      />
    </Screen>
  )
}
