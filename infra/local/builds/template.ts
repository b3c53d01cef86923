/** The parts of a CloudFormation template that the local runner reads; everything else passes unread. */
import * as z from '../../../functions/shared/zod'

const resourceSchema = z.looseObject({
  Type: z.string(),
  Properties: z.optional(z.record(z.string(), z.unknown())),
})
const outputSchema = z.looseObject({
  Value: z.unknown(),
  Export: z.optional(z.object({ Name: z.unknown() })),
})
export const templateSchema = z.looseObject({
  Resources: z.record(z.string(), resourceSchema),
  Outputs: z.optional(z.record(z.string(), outputSchema)),
})
export type Template = z.infer<typeof templateSchema>

/** Properties of every resource of a type, by logical id. */
export const resourcesOf = (template: Template, type: string): Map<string, Record<string, unknown>> =>
  new Map(
    Object.entries(template.Resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([id, resource]) => [id, resource.Properties ?? {}]),
  )

/**
 * The resources of several stacks as if one had them all: what one imports of another is a reference again. Throws where two
 * of them have a logical id in common.
 */
export const joinTemplates = (templates: readonly Template[]): Template => {
  const exported = new Map(
    templates.flatMap(({ Outputs = {} }) =>
      Object.values(Outputs).flatMap(({ Value, Export }) => (Export ? [[Export.Name, Value]] : [])),
    ),
  )
  const joined: Template['Resources'] = {}
  for (const [id, resource] of templates.flatMap(({ Resources }) => Object.entries(Resources))) {
    // Of the library itself, one in every stack.
    if (resource.Type === 'AWS::CDK::Metadata') continue
    if (id in joined) throw new Error(`two stacks have a resource ${id}`)
    joined[id] = resourceSchema.parse(resolved(resource, exported))
  }
  return { Resources: joined }
}

const importSchema = z.strictObject({ 'Fn::ImportValue': z.string() })

const resolved = (value: unknown, exported: ReadonlyMap<unknown, unknown>): unknown => {
  if (Array.isArray(value)) return value.map((item) => resolved(item, exported))
  if (typeof value !== 'object' || value === null) return value
  const imported = importSchema.safeParse(value)
  // What no template here exports stays as it is.
  if (imported.success) return exported.get(imported.data['Fn::ImportValue']) ?? value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolved(item, exported)]))
}
