import { SecretValue } from 'aws-cdk-lib'
import type { Config } from '../config'

/**
 * A reference to the origin secret that CloudFormation resolves while it deploys: the value stands in no template.
 *
 * @param secret name or ARN
 */
export const originVerifyValue = ({ originSecretVersion: versionId }: Config, secret: string): string =>
  SecretValue.secretsManager(secret, { versionId }).unsafeUnwrap()
