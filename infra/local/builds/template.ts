/** The parts of a CloudFormation template that the local runner reads; everything else passes unread. */
import * as z from '../../../functions/shared/zod'

const resourceSchema = z.looseObject({
  Type: z.string(),
  Properties: z.optional(z.record(z.string(), z.unknown())),
})
export const templateSchema = z.looseObject({ Resources: z.record(z.string(), resourceSchema) })
export type Template = z.infer<typeof templateSchema>

/** Properties of every resource of a type, by logical id. */
export const resourcesOf = (template: Template, type: string): Map<string, Record<string, unknown>> =>
  new Map(
    Object.entries(template.Resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([id, resource]) => [id, resource.Properties ?? {}]),
  )
