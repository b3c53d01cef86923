import { Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

/** Rules of cdk-nag's AwsSolutions pack that a construct breaks on purpose, each with why. */
export const acknowledge = (construct: IConstruct, reasons: Record<string, string>): void => {
  for (const [rule, reason] of Object.entries(reasons)) {
    Validations.of(construct).acknowledge({ id: `AwsSolutions::AwsSolutions-${rule}`, reason })
  }
}
