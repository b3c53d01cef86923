import { RemovalPolicy, SecretValue } from 'aws-cdk-lib'
import { Secret, type SecretProps } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { acknowledge } from '../acknowledge'
import type { Config } from '../config'
import { type SecretName, secretNames } from '../domains/domain'
import { secretName } from '../names'

/** In which variable a function finds the ARN of a secret that it may read. */
export const secretVariables: Readonly<Record<SecretName, string>> = {
  'session-keys': 'SESSION_KEYS_ARN',
  'session-public-keys': 'SESSION_PUBLIC_KEYS_ARN',
  points: 'POINTS_SECRET_ARN',
}

/**
 * CloudFormation cannot make keys: the rotation makes the first as soon as it is scheduled. This text is written once,
 * and would be written again, over all keys, only if it were another: leave it as it is.
 */
const noKeysYet: SecretProps = { secretStringValue: SecretValue.unsafePlainText('{"keys":[]}') }

const made: Readonly<Record<SecretName, SecretProps & { notRotated?: string }>> = {
  'session-keys': { ...noKeysYet, description: 'Private keys that sign sessions, newest last' },
  'session-public-keys': {
    ...noKeysYet,
    description: 'Public keys that check sessions: those in use, and those of sessions that still run',
    notRotated: 'It follows session-keys: their rotation writes both.',
  },
  points: {
    description: 'What printed codes and pickup codes are derived from; whoever has it can make them',
    generateSecretString: { excludePunctuation: true, passwordLength: 64 },
    notRotated:
      'Printed codes and the codes on phones are derived from it: another value would void them all.',
  },
}

/** Made by the product for itself. Once there they stay when their stack goes: a lost one cannot be made again. */
export class DomainSecrets extends Construct {
  private readonly secrets = new Map<SecretName, Secret>()

  constructor(scope: Construct, id: string, config: Config) {
    super(scope, id)
    for (const name of secretNames) {
      const { notRotated, ...props } = made[name]
      const secret = new Secret(this, name, {
        ...props,
        secretName: secretName(config, name),
        removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      })
      if (notRotated) acknowledge(secret, { SMG4: notRotated })
      this.secrets.set(name, secret)
    }
  }

  get(name: SecretName): Secret {
    const secret = this.secrets.get(name)
    if (!secret) throw new Error(`no secret ${name}`)
    return secret
  }
}
