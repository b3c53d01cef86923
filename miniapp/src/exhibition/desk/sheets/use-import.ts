/** A file from its choice to its drafts: looked at first, done as it was seen, and submitted together. */
import { err, ok, type Result } from '@common/result'
import {
  type ImportedSheet,
  mostSheetBytes,
  type SheetKind,
  type SheetPlan,
  sheetPlanSchema,
} from '@functions/exhibition/contract/sheets'
import { useState } from 'react'
import { type Outcome, runEach } from '@/desk/bulk/run-each'
import type { Desk } from '@/desk/desk'
import type { Failure } from '@/shared/api/request'
import { chooseFile } from '@/shared/blocks/editor/choose-file'
import { useAction } from '@/shared/query/use-action'
import { checkSheet, importSheet, submitEntry } from '../api'
import { entryChanged, entryList } from '../stores'

type Chosen = { name: string; file: string }
/** `plan`: null while it is not known, or not any more. */
type Looked = { chosen: Chosen; plan: SheetPlan | null; done: ImportedSheet | null }

export function useImport(desk: Desk, kind: SheetKind) {
  const [looked, setLooked] = useState<Looked | null>(null)
  const [isTooLarge, setTooLarge] = useState(false)
  const [step, setStep] = useState(0)

  const checking = useAction(async (chosen: Chosen): Promise<Result<SheetPlan, Failure>> => {
    setLooked({ chosen, plan: null, done: null })
    submitting.reset()
    importing.reset()
    const answer = await checkSheet({ region: desk.region, kind, file: chosen.file })
    if (answer.ok) setLooked({ chosen, plan: answer.value, done: null })
    return answer
  })
  const importing = useAction(async ({ chosen, plan }: Looked): Promise<Result<ImportedSheet, Failure>> => {
    if (!plan) return err({ code: 'invalid-request' })
    const answer = await importSheet({ region: desk.region, kind, file: chosen.file, plan: plan.plan })
    if (answer.ok) {
      setLooked({ chosen, plan, done: answer.value })
      void entryList.refresh(desk.name)
      return answer
    }
    // What the file would do by now, to be looked at again.
    const now = sheetPlanSchema.safeParse(answer.error.current)
    if (now.success) setLooked({ chosen, plan: now.data, done: null })
    return answer
  })
  const submitting = useAction(async ({ entries }: ImportedSheet): Promise<Result<Outcome, Failure>> => {
    const revisions = new Map(entries.map(({ id, revision }) => [id, revision]))
    const submit = async (id: string) => {
      const answer = await submitEntry(id, { revision: revisions.get(id) ?? 0 })
      if (answer.ok) entryChanged(desk.name, answer.value)
      return answer
    }
    return ok(await runEach([...revisions.keys()], submit, { onStep: setStep, isStopped: () => false }))
  })

  return {
    ...{ looked, isTooLarge, checking, importing, submitting, step },
    async choose(): Promise<void> {
      const file = await chooseFile('.csv,text/csv')
      if (!file) return
      setTooLarge(file.size > mostSheetBytes)
      if (file.size > mostSheetBytes) setLooked(null)
      else await checking.run({ name: file.name, file: base64Of(new Uint8Array(await file.arrayBuffer())) })
    },
  }
}

/** A piece at a time: a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  const piece = 8_192
  let text = ''
  for (let at = 0; at < bytes.length; at += piece)
    text += String.fromCharCode(...bytes.subarray(at, at + piece))
  return btoa(text)
}
